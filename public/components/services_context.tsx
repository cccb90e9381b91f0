/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import React, { createContext, useContext, type ReactNode } from 'react';
import type { AuditClient } from '../api/audit_client';
import type { PurposeStore } from '../api/purpose_store';
import type { CoreStart } from '../host_types';

/** What every view can use. */
export interface Services {
  core: CoreStart;
  auditClient: AuditClient;
  /** Where it is recorded who looks: the purpose, and whether names are pseudonyms without one. */
  access?: { purpose: PurposeStore; pseudonymise: boolean };
}

const ServicesContext = createContext<Services | undefined>(undefined);

/** Gives the services to everything inside. */
export function ServicesProvider(props: { services: Services; children: ReactNode }) {
  return (
    <ServicesContext.Provider value={props.services}>{props.children}</ServicesContext.Provider>
  );
}

/** The services. Throws outside of a provider. */
export function useServices(): Services {
  const services = useContext(ServicesContext);
  if (!services) throw new Error('useServices needs a ServicesProvider');
  return services;
}
