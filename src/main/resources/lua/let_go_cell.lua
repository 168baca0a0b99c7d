-- Lets go of a cell, if it is still held.
--
-- KEYS   1 holder    string, expires: the instance
--        2 epoch     string
-- ARGV   1 instance  2 epoch
-- Reply  {"let-go"} · {"lost"}

if redis.call('GET', KEYS[2]) ~= ARGV[2] then return {'lost'} end
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return {'lost'} end
redis.call('DEL', KEYS[1])
return {'let-go'}
