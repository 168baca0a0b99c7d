-- Somebody has let us into a workspace. What was away is away no more.
--
-- KEYS   1 workspace   hash: "token" sealed, "installed" ms, "away" ms, "why"
-- ARGV   1 the token, sealed     2 when that was, ms
-- Reply  {"installed"}

redis.call('HSET', KEYS[1], 'token', ARGV[1], 'installed', ARGV[2])
redis.call('HDEL', KEYS[1], 'away', 'why')
return {'installed'}
