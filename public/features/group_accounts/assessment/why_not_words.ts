/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import { i18n } from '@osd/i18n';
import type { AttributionReasonCode } from '../../../../common/attribution/attribution';

/**
 * Why a use has no single person, in words; undefined for reasons that say how something was found, not what is
 * missing.
 */
export function whyNotWords(code: AttributionReasonCode): string | undefined {
  switch (code) {
    case 'several_persons_with_session_open':
      return i18n.translate('auditUser.assessment.why.severalPersonsWithSessionOpen', {
        defaultMessage: 'Several persons had a session open',
      });
    case 'person_not_known_in_open_session':
      return i18n.translate('auditUser.assessment.why.personNotKnownInOpenSession', {
        defaultMessage: 'The session that was open names nobody',
      });
    case 'no_session_open':
      return i18n.translate('auditUser.assessment.why.noSessionOpen', {
        defaultMessage: 'No session was open as far as the log shows',
      });
    case 'key_shared':
      return i18n.translate('auditUser.assessment.why.keyShared', {
        defaultMessage: 'The key or certificate is held by several, or its owner is not known',
      });
    case 'key_several_persons':
      return i18n.translate('auditUser.assessment.why.keySeveralPersons', {
        defaultMessage: 'The directory gives the key to several persons',
      });
    case 'key_unknown':
      return i18n.translate('auditUser.assessment.why.keyUnknown', {
        defaultMessage: 'The key is not in the directory',
      });
    case 'certificate_id_unknown':
      return i18n.translate('auditUser.assessment.why.certificateIdUnknown', {
        defaultMessage: 'The certificate id names nobody',
      });
    case 'certificate_id_several_persons':
      return i18n.translate('auditUser.assessment.why.certificateIdSeveralPersons', {
        defaultMessage: 'The certificate id names several persons',
      });
    case 'key_outside_validity':
      return i18n.translate('auditUser.assessment.why.keyOutsideValidity', {
        defaultMessage: 'The key or certificate was used outside its validity',
      });
    case 'no_key_logged':
      return i18n.translate('auditUser.assessment.why.noKeyLogged', {
        defaultMessage: 'The login was without a key',
      });
    case 'credential_unknown':
      return i18n.translate('auditUser.assessment.why.credentialUnknown', {
        defaultMessage: 'The Kubernetes credential is not in the directory',
      });
    case 'credential_outside_validity':
      return i18n.translate('auditUser.assessment.why.credentialOutsideValidity', {
        defaultMessage: 'The Kubernetes credential was used outside its validity',
      });
    case 'address_unknown':
      return i18n.translate('auditUser.assessment.why.addressUnknown', {
        defaultMessage: 'The source address is of no known host',
      });
    case 'address_of_several_hosts':
      return i18n.translate('auditUser.assessment.why.addressOfSeveralHosts', {
        defaultMessage: 'The source address was that of several hosts',
      });
    case 'host_without_authlog':
      return i18n.translate('auditUser.assessment.why.hostWithoutAuthlog', {
        defaultMessage: 'The host sent no authlog',
      });
    case 'authlog_forbidden':
      return i18n.translate('auditUser.assessment.why.authlogForbidden', {
        defaultMessage: 'authlog may not be read by who drew this up',
      });
    case 'directory_not_readable':
      return i18n.translate('auditUser.assessment.why.directoryNotReadable', {
        defaultMessage: 'The directory could not be read',
      });
    case 'process_may_outlive_session':
      return i18n.translate('auditUser.assessment.why.processMayOutliveSession', {
        defaultMessage: 'A command may have outlived the session of somebody else',
      });
    case 'session_began_before_log':
      return i18n.translate('auditUser.assessment.why.sessionBeganBeforeLog', {
        defaultMessage: 'A session began before the log that was read',
      });
    case 'session_end_not_logged':
      return i18n.translate('auditUser.assessment.why.sessionEndNotLogged', {
        defaultMessage: 'The end of a session is not in the log',
      });
    case 'scheduled_job_possible':
      return i18n.translate('auditUser.assessment.why.scheduledJobPossible', {
        defaultMessage: 'A scheduled job or a service may have done it',
      });
    case 'lines_missing':
      return i18n.translate('auditUser.assessment.why.linesMissing', {
        defaultMessage: 'A part of the log could not be read',
      });
    case 'time_not_exact':
      return i18n.translate('auditUser.assessment.why.timeNotExact', {
        defaultMessage: 'The time is not exact in the log',
      });
    default:
      return undefined;
  }
}
