import ipaddr from 'ipaddr.js';

/**
 * Whether an IP address is one of a public server: nothing is allowed but what is known to be global unicast.
 *
 * IPv4: only what IANA's special-purpose registry leaves (so neither loopback, private, link-local with the cloud metadata
 * address, carrier NAT, multicast nor documentation). IPv6: only 2000::/3, of which 6to4 and Teredo are refused because they
 * carry an IPv4 address past the check; the mapped (`::ffff:a.b.c.d`) and NAT64 (`64:ff9b::/96`) forms count as the IPv4
 * address inside, as does an ISATAP interface (`…:0:5efe:a.b.c.d`).
 *
 * @param address As the resolver gives it; decimal, octal and hexadecimal spellings are no addresses here (URL parsing has
 * unfolded them).
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.IPv4.isValidFourPartDecimal(address) && !ipaddr.IPv6.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  if (parsed instanceof ipaddr.IPv4) return parsed.range() === 'unicast';
  const inner = innerIPv4(parsed);
  if (inner !== undefined) return inner.range() === 'unicast';
  return parsed.range() === 'unicast' && parsed.match(GLOBAL_UNICAST, 3);
}

/**
 * RFC 4291 §2.4: the only part of IPv6 that IANA has given out for global unicast. ipaddr.js calls `::127.0.0.1` unicast, too.
 */
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
