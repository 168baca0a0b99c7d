-- Moves the alarms that are due into the inbox, each in one step.
--
-- KEYS   1 epoch     string
--        2 alarms    sorted set: keys of alarms by when they are due, ms
--        3 alarmed   hash: what those alarms are
--        4 inbox     stream
-- ARGV   1 epoch     2 now, ms     3 how many at most, no more than 150
-- Reply  {"rang", how many} · {"lost"}

local function kept(key, wanted)
  local is = redis.call('TYPE', key).ok
  return is == 'none' or is == wanted
end

if redis.call('GET', KEYS[1]) ~= ARGV[1] then return {'lost'} end
if not (kept(KEYS[2], 'zset') and kept(KEYS[3], 'hash') and kept(KEYS[4], 'stream')) then
  return redis.error_reply('WRONGTYPE a key of the alarms is of another type')
end

local due = redis.call('ZRANGEBYSCORE', KEYS[2], '-inf', ARGV[2], 'WITHSCORES', 'LIMIT', 0, ARGV[3])
local rang = 0
for i = 1, #due, 2 do
  local key, at = due[i], string.format('%.0f', tonumber(due[i + 1]))
  local alarm = redis.call('HGET', KEYS[3], key)
  if alarm then
    redis.call('XADD', KEYS[4], '*', 'i', 'alarm/' .. key .. '/' .. at, 'a', alarm, 't', at)
    rang = rang + 1
  end
  redis.call('ZREM', KEYS[2], key)
  redis.call('HDEL', KEYS[3], key)
end
return {'rang', rang}
