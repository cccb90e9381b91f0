/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

const WITH_DOMAIN_BEFORE = /^[^\\]{1,255}\\([^\\@]{1,256})$/;
const WITH_DOMAIN_BEHIND = /^([^\\@]{1,256})@[^\\@]{1,255}$/;

/**
 * An account without the domain that a directory service puts to it: `CORP\ubuntu` and `ubuntu@corp.example` may be
 * the account `ubuntu` of the host (SSSD `full_name_format`, winbind). In lower case: a directory service takes any.
 */
export function bareAccount(account: string): string {
  const [, name] = WITH_DOMAIN_BEFORE.exec(account) ?? WITH_DOMAIN_BEHIND.exec(account) ?? [];
  return (name ?? account).toLowerCase();
}
