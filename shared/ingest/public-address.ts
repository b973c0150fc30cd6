import ipaddr from 'ipaddr.js';

/**
 * Whether an IP address belongs to a public server: only known global unicast addresses are allowed.
 *
 * IPv4: all addresses but those in IANA's special-purpose registry (loopback, private, link-local with the cloud
 * metadata address, carrier NAT, multicast, documentation). IPv6: only 2000::/3, without 6to4 and Teredo, which carry
 * an unchecked IPv4 address; mapped (`::ffff:a.b.c.d`) and NAT64 (`64:ff9b::/96`) forms and ISATAP interfaces
 * (`…:0:5efe:a.b.c.d`) are checked by the IPv4 address inside.
 *
 * @param address As returned by the resolver; decimal, octal and hexadecimal spellings are rejected (URL parsing has
 * normalised them).
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.IPv4.isValidFourPartDecimal(address) && !ipaddr.IPv6.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  if (parsed instanceof ipaddr.IPv4) return parsed.range() === 'unicast';
  const inner = innerIPv4(parsed);
  if (inner !== undefined) return inner.range() === 'unicast';
  return parsed.range() === 'unicast' && parsed.match(GLOBAL_UNICAST, 3);
}

/** RFC 4291 §2.4: the only part of IPv6 that IANA has assigned to global unicast. ipaddr.js also counts `::127.0.0.1` as unicast. */
const GLOBAL_UNICAST = ipaddr.IPv6.parse('2000::');
const NAT64 = ipaddr.IPv6.parse('64:ff9b::');
/** RFC 5214 §6.1, with and without the universal bit. */
const ISATAP = [0x0000_5efe, 0x0200_5efe];

function innerIPv4(address: ipaddr.IPv6): ipaddr.IPv4 | undefined {
  if (address.isIPv4MappedAddress()) return address.toIPv4Address();
  const [, , , , high = 0, low = 0, a = 0, b = 0] = address.parts;
  const carriesOne = address.match(NAT64, 96) || ISATAP.includes(high * 0x1_0000 + low);
  return carriesOne ? new ipaddr.IPv4([a >> 8, a & 255, b >> 8, b & 255]) : undefined;
}
