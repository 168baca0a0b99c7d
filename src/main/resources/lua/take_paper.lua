-- What waits to be read once is handed over to whoever has its key, and is gone with that.
--
-- KEYS   1 paper     record, with t the digest of its key
-- ARGV   1 digest of the key that was shown
-- Reply  {"taken", sealed} · {"none"} nothing waits, or not for that key

if redis.call('TYPE', KEYS[1]).ok ~= 'hash' then return {'none'} end

local paper = redis.call('HMGET', KEYS[1], 't', 'd')
if not paper[1] or not paper[2] or paper[1] ~= ARGV[1] then return {'none'} end

redis.call('DEL', KEYS[1])
return {'taken', paper[2]}
