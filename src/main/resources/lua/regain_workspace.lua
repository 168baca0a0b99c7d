-- A workspace answers.
--
-- KEYS   1 workspace   hash: "token" sealed, "installed" ms, "away" ms, "why"
-- Reply  {"back", since} · {"there"} it was not away

local away = redis.call('HGET', KEYS[1], 'away')
if not away then return {'there'} end
redis.call('HDEL', KEYS[1], 'away', 'why')
return {'back', away}
