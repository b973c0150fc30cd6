/**
 * Query parameters that grant access: tokens of OAuth 2 (RFC 6750 §2.3), signed links of Amazon S3, Google Cloud
 * Storage, Azure and CloudFront, session ids, passwords, and gift links of subscribers. They belong to one reader, so
 * article addresses never keep them.
 */
const SECRETS = new Set(
  `access_token accesstoken refresh_token id_token auth_token authtoken auth_key authkey authorization bearer jwt
  api_key apikey api-key x-api-key client_secret password passwd passphrase session_token sessionid session_id sessid
  x-amz-signature x-amz-credential x-amz-security-token x-goog-signature x-goog-credential awsaccesskeyid googleaccessid key-pair-id
  share_token sharetoken gift_token unlocked_article_code giftcopy magic_link gaa_at gaa_n gaa_ts gaa_sig`.split(/\s+/),
);

/** Names that some sites use for part of a page's address (`sid` is a story's number in PHP-Nuke): secrets only if the value is long and random. */
const MAYBE_SECRETS = new Set('token sid session sig signature secret key auth pwd otp gift hmac hash'.split(' '));

/** At least 16 characters of hex or base64 including a digit, unlike words and story numbers. */
const RANDOM = /^(?=.*\d)(?=.*[a-z])[a-z0-9+/_.~=-]{16,}$/i;
/** A slug made of a title has words between hyphens. */
const SLUG = /^[a-z0-9]{1,15}([-_.][a-z0-9]{1,15}){2,}$/;

/** Whether a `name=value` pair of a query string is a credential of one reader. */
export function isSecret(pair: string): boolean {
  const [name = '', value = ''] = pair.split(/=(.*)/s).map(decode);
  const lower = name.toLowerCase();
  if (SECRETS.has(lower) || /\[(token|password)\]$/.test(lower)) return true;
  return MAYBE_SECRETS.has(lower) && RANDOM.test(value) && !SLUG.test(value);
}

/** Decodes an escape; a malformed one stays unchanged. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}
