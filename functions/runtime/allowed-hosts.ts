/**
 * Hosts that may be fetched although their address is not public, from the environment: comma-separated, as in a URL
 * (`127.0.0.1:8080,intranet.example`), or `none`.
 */
export function allowedHosts(list: string): readonly string[] {
  const hosts = list.split(',').map((host) => host.trim().toLowerCase());
  return hosts.filter((host) => host !== '' && host !== 'none');
}
