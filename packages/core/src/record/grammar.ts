/**
 * The value of the cookie, format 1, in ABNF (RFC 5234). Only characters that RFC 6265 (section 4.1.1)
 * allows unescaped, and none that PHP or a proxy rewrites.
 *
 * ```
 * value    = body checksum
 * body     = "1" "~" id "~" secret "~" first "~" at "~" days "~" policy "~" language "~" method "~"
 *            [ category *( "." category ) ] "~" [ service *( "." service ) ] "~"
 * id       = 32HEX                   ; UUIDv7 without its hyphens, lower case
 * secret   = 24HEX                   ; 96 random bits
 * first    = 1*8BASE36               ; seconds since the Unix epoch: first answer under this id
 * at       = 1*8BASE36               ; the same: this answer
 * days     = 1*3BASE36               ; days that it holds
 * policy   = *32( ALPHA / DIGIT / "." / "_" / "-" )
 * language = ALPHA 1*15( ALPHA / DIGIT / "-" )
 * method   = "c" / "k" / "a" / "t" / "m"   ; click, key, api, tool, migrated
 * category = name ":" answer ":" asked
 * service  = name ":" answer         ; only where it differs from its category
 * name     = ( ALPHA / DIGIT ) *31( ALPHA / DIGIT / "-" )
 * answer   = "0" / "1"
 * asked    = 7BASE36                 ; hash of what was asked, see model/hash.ts
 * checksum = 7BASE36                 ; the same hash over body
 * ```
 */
export const METHODS = { c: 'click', k: 'key', a: 'api', t: 'tool', m: 'migrated' } as const

