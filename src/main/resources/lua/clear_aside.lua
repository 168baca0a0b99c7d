-- Forgets a place in Slack for which nothing waits any more.
--
-- KEYS   1 epoch     string
--        2 aside     stream: what waits for the place
--        3 asides    hash: such places
-- ARGV   1 epoch     2 the place
-- Reply  {"cleared"} · {"waiting"} something does · {"lost"}

if redis.call('GET', KEYS[1]) ~= ARGV[1] then return {'lost'} end
if redis.call('XLEN', KEYS[2]) > 0 then return {'waiting'} end
redis.call('DEL', KEYS[2])
redis.call('HDEL', KEYS[3], ARGV[2])
return {'cleared'}
