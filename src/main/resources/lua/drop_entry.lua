-- Takes an entry that nobody can read any more out of a work stream.
--
-- KEYS   1 epoch     string
--        2 stream    stream
-- ARGV   1 epoch     2 position
-- Reply  {"dropped"} · {"lost"}

if redis.call('GET', KEYS[1]) ~= ARGV[1] then return {'lost'} end
redis.call('XACK', KEYS[2], 'doorstep', ARGV[2])
redis.call('XDEL', KEYS[2], ARGV[2])
return {'dropped'}
