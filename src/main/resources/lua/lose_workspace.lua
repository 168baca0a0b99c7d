-- A workspace is away: the token that it gave us is forgotten.
--
-- KEYS   1 workspace   hash: "token" sealed, "installed" ms, "away" ms, "why"
-- ARGV   1 why         2 when that was, ms
-- Reply  {"away", since} the first to say so tells since when · {"stale"} it was installed again since

local installed = redis.call('HGET', KEYS[1], 'installed')
if installed and tonumber(installed) > tonumber(ARGV[2]) then return {'stale'} end

redis.call('HDEL', KEYS[1], 'token')
local away = redis.call('HGET', KEYS[1], 'away')
if away then return {'away', away} end
redis.call('HSET', KEYS[1], 'away', ARGV[2], 'why', ARGV[1])
return {'away', ARGV[2]}
