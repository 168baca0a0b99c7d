-- Makes a new edition of a source the one that counts, once all of it is there.
--
-- KEYS   1 directory  hash: by source, the edition that counts, when it was read in ms, how many
--        2 new        hash that expires until it counts: entries by id
--        3 old        hash: the edition that counted
--        4 doubts     hash: what was said of the old one
-- ARGV   1 source     2 what the directory says of it now, or nothing     3 what it is to say from
--        now on, or nothing     4 how many entries the new one has     5 ms until the old one is gone
-- Reply  {"switched"} · {"partial"} some of the new one is missing · {"other"} another counts by now

for i = 1, #KEYS do
  local is = redis.call('TYPE', KEYS[i]).ok
  if is ~= 'none' and is ~= 'hash' then
    return redis.error_reply('WRONGTYPE a part of the directory is of another type')
  end
end

if (redis.call('HGET', KEYS[1], ARGV[1]) or '') ~= ARGV[2] then return {'other'} end
if ARGV[3] == '' then
  redis.call('HDEL', KEYS[1], ARGV[1])
else
  if redis.call('HLEN', KEYS[2]) ~= tonumber(ARGV[4]) then return {'partial'} end
  redis.call('PERSIST', KEYS[2])
  redis.call('HSET', KEYS[1], ARGV[1], ARGV[3])
end
redis.call('PEXPIRE', KEYS[3], ARGV[5])
redis.call('PEXPIRE', KEYS[4], ARGV[5])
return {'switched'}
