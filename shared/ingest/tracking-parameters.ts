/**
 * Query parameters that record how a reader came to a page and do not select the page. Collected from the documentation
 * of the tools that add them (Google Analytics and Ads, Meta, Microsoft Advertising, Yandex, Mailchimp, HubSpot,
 * Marketo, Piano, Adobe), and the session ids of PHP, Java, ASP and ColdFusion.
 */
const TRACKERS = new Set(
  `fbclid gclid gclsrc dclid gbraid wbraid srsltid _ga _gl msclkid yclid ysclid _openstat twclid ttclid igshid igsh li_fat_id epik
  mc_cid mc_eid _hsenc _hsmi hsctatracking __hstc __hssc __hsfp mkt_tok vero_id vero_conv oly_anon_id oly_enc_id rb_clickid s_cid
  cmpid cmp icid ito smid ocid ncid sr_share wt_mc wt.mc_id wt_zmc ns_mchannel ns_source ns_campaign ns_linkname ns_fee
  at_medium at_campaign at_format at_custom1 at_custom2 at_custom3 at_custom4 at_link_id at_link_type at_link_origin at_bbc_team
  at_ptr_name guccounter guce_referrer guce_referrer_sig ref_src ref_url phpsessid jsessionid cftoken cfid`.split(
    /\s+/,
  ),
);
const TRACKER_PREFIXES = ['utm_', 'hsa_', 'pk_', 'mtm_', 'matomo_', 'piwik_', 'stm_', 'aspsessionid'];

/** On some sites these select a part of a page, so they are removed only if their value says "came from the feed". */
const MAYBE_TRACKERS = new Set('ref source src from partner campaign medium cid via xtor emc f feed rss'.split(' '));
const FROM_A_FEED = /^(rss|feed|atom|feedburner|feedly|rssfeed|newsfeed)$|^rss[-_]/i;
const FEED_FLAG = /^(rss|feed)(=(1|true)?)?$/i;

/** Whether a `name=value` pair of a query string can be removed without changing the page. */
export function isTracker(pair: string): boolean {
  const [name = '', value = ''] = pair.split(/=(.*)/s);
  const lower = name.toLowerCase();
  if (TRACKERS.has(lower) || TRACKER_PREFIXES.some((prefix) => lower.startsWith(prefix)) || FEED_FLAG.test(pair))
    return true;
  return MAYBE_TRACKERS.has(lower) && FROM_A_FEED.test(value);
}
