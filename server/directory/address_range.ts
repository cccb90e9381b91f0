/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

import * as ipaddr from 'ipaddr.js';
import { isIPv4, isIPv6 } from 'net';

/** An address, or a network of addresses, whatever the way in which it is written. */
export interface AddressRange {
  family: 'ipv4' | 'ipv6';
  /** The bytes of the address. */
  bytes: readonly number[];
  /** Bits that all addresses of the range share: 32 or 128 for a single one. */
  bits: number;
}

/** An IPv4 address within IPv6 (`::ffff:198.51.100.7`), as sshd logs it on a dual-stack socket. */
const MAPPED_BITS = 96;

/**
 * Reads `198.51.100.7`, `2001:db8::1`, `::ffff:198.51.100.7`, or any of these with a prefix length.
 *
 * @returns undefined for what is none of these; also for an address with a zone (`fe80::1%eth0`), which means
 *   another machine on every host
 */
export function toAddressRange(text: string): AddressRange | undefined {
  const [address, prefix, ...more] = text.trim().split('/');
  // Node is the stricter reader: the library also takes octal, hexadecimal and shortened addresses.
  if (more.length > 0 || address.includes('%') || !(isIPv4(address) || isIPv6(address))) {
    return undefined;
  }
  if (prefix !== undefined && !/^\d{1,3}$/.test(prefix)) return undefined;
  const written = ipaddr.parse(address);
  const longest = written.kind() === 'ipv4' ? 32 : 128;
  const bits = prefix === undefined ? longest : Number(prefix);
  if (bits > longest) return undefined;
  if (written instanceof ipaddr.IPv6 && written.isIPv4MappedAddress() && bits >= MAPPED_BITS) {
    const bytes = written.toIPv4Address().toByteArray();
    return { family: 'ipv4', bytes, bits: bits - MAPPED_BITS };
  }
  return { family: written.kind(), bytes: written.toByteArray(), bits };
}

/** A name for the network of that many bits which holds the range: the same for all that it holds. */
export function networkKey({ family, bytes }: AddressRange, bits: number): string {
  const kept = bytes.map((byte, i) => {
    const own = Math.min(8, Math.max(0, bits - 8 * i));
    return byte & (0xff << (8 - own)) & 0xff;
  });
  return `${family} ${kept.join('.')}/${bits}`;
}
