import { isPublicAddress } from '../../../shared/ingest/public-address.ts';
import { vetUrl } from '../../../shared/ingest/vetted-connection.ts';

test.each([
  ['loopback', '127.0.0.1'],
  ['all of loopback', '127.255.255.254'],
  ['this host', '0.0.0.0'],
  ['private', '10.1.2.3'],
  ['private', '172.16.0.1'],
  ['private', '192.168.1.1'],
  ['cloud metadata', '169.254.169.254'],
  ['container credentials', '169.254.170.2'],
  ['carrier NAT, where another cloud keeps its metadata', '100.100.100.200'],
  ['benchmarking', '198.18.0.1'],
  ['documentation', '192.0.2.1'],
  ['protocol assignments', '192.0.0.192'],
  ['6to4 relay', '192.88.99.1'],
  ['multicast', '224.0.0.1'],
  ['reserved', '240.0.0.1'],
  ['broadcast', '255.255.255.255'],
  ['IPv6 loopback', '::1'],
  ['IPv6 unspecified', '::'],
  ['IPv6 link-local', 'fe80::1'],
  ['IPv6 link-local with its zone', 'fe80::1%eth0'],
  ['IPv6 unique local, where a cloud keeps its metadata', 'fd00:ec2::254'],
  ['IPv6 site-local', 'fec0::1'],
  ['IPv6 multicast', 'ff02::1'],
  ['IPv6 documentation', '2001:db8::1'],
  ['loopback, IPv4-mapped', '::ffff:127.0.0.1'],
  ['metadata, IPv4-mapped in hexadecimal', '::ffff:a9fe:a9fe'],
  ['loopback, IPv4-compatible', '::127.0.0.1'],
  ['loopback through NAT64', '64:ff9b::7f00:1'],
  ['private through local NAT64', '64:ff9b:1::a00:1'],
  ['loopback in 6to4', '2002:7f00:1::'],
  ['private in 6to4', '2002:c0a8:101::1'],
  ['Teredo', '2001:0:4136:e378:8000:63bf:3fff:fdd2'],
  ['private in an ISATAP interface', '2606:4700::5efe:c0a8:101'],
  ['translated', '::ffff:0:127.0.0.1'],
  ['segment routing', '5f00::1'],
  ['not given out', '4000::1'],
  ['a decimal number is no address', '2130706433'],
  ['nor is an octal spelling', '0177.0.0.1'],
  ['nor a short one', '127.1'],
  ['nor a name', 'localhost'],
  ['nor nothing', ''],
])('not public: %s (%s)', (_what, address) => {
  expect(isPublicAddress(address)).toBe(false);
});

test.each([
  '8.8.8.8',
  '93.184.216.34',
  '172.32.0.1',
  '2606:4700::1111',
  '2a00:1450::200e',
  '::ffff:8.8.8.8',
  '64:ff9b::808:808',
])('public: %s', (address) => {
  expect(isPublicAddress(address)).toBe(true);
});

test.each([
  ['a decimal address', 'http://2130706433/'],
  ['an octal one', 'http://0177.0.0.1/'],
  ['a hexadecimal one', 'http://0x7f000001/'],
  ['a mixed one', 'http://0x7f.1/'],
  ['a short one', 'http://127.1/'],
  ['zero', 'http://0/'],
  ['full-width digits', 'http://１２７.０.０.１/'],
  ['circled digits', 'http://①②⑦.⓪.⓪.①/'],
  ['a dot behind it', 'http://127.0.0.1./'],
  ['metadata in decimal', 'http://2852039166/latest/meta-data/'],
  ['IPv6', 'http://[::1]/'],
  ['IPv4 in IPv6', 'http://[::ffff:169.254.169.254]/'],
  ['6to4', 'http://[2002:a9fe:a9fe::]/'],
  ['another scheme', 'file:///etc/passwd'],
  ['another scheme', 'gopher://news.test/'],
  ['a user name', 'https://root@news.test/'],
  ['a password', 'https://:secret@news.test/'],
  ['a mail server’s port', 'http://news.test:25/'],
  ['a shell’s port', 'https://news.test:22/'],
])('an address spelt out is refused before anything is sent: %s (%s)', (_what, address) => {
  expect(() => vetUrl(new URL(address), {})).toThrow(expect.objectContaining({ code: 'fetch.refused' }));
});

test('a host allowed by an operator is allowed with that port only', () => {
  const rules = { allowedHosts: ['127.0.0.1:8080', 'intranet.test'] };
  expect(() => vetUrl(new URL('http://127.0.0.1:8080/feed'), rules)).not.toThrow();
  expect(() => vetUrl(new URL('http://127.0.0.1:8081/feed'), rules)).toThrow();
  expect(() => vetUrl(new URL('http://intranet.test/feed'), rules)).not.toThrow();
});
