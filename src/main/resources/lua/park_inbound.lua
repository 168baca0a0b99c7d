-- Puts an inbound aside that cannot be handled, and frees what its sender won but never got.
--
-- KEYS   1 epoch     string
--        2 inbox     stream
--        3 parked    stream
--        4 cause     string, expires
--        5 holds     sorted set
--        6… boards   hashes, of the requests in ARGV[6…]
-- ARGV   1 epoch     2 position     3 how long the cause is remembered, ms
--        4 class of the error       5 sender, or nothing
--        6… requests of which the sender may have an unwritten claim
-- Reply  {"parked"} · {"gone"} it was settled before · {"lost"}

local function kept(key, wanted)
  local is = redis.call('TYPE', key).ok
  return is == 'none' or is == wanted
end

if redis.call('GET', KEYS[1]) ~= ARGV[1] then return {'lost'} end
if not (kept(KEYS[2], 'stream') and kept(KEYS[3], 'stream') and kept(KEYS[4], 'string')
    and kept(KEYS[5], 'zset')) then
  return redis.error_reply('WRONGTYPE a key of the inbox is of another type')
end
for i = 6, #KEYS do
  if not kept(KEYS[i], 'hash') then
    return redis.error_reply('WRONGTYPE a claim board is of another type')
  end
end

local entry = redis.call('XRANGE', KEYS[2], ARGV[2], ARGV[2])[1]
if not entry then return {'gone'} end

for i = 6, #KEYS do
  local board = redis.call('HMGET', KEYS[i], 'state', 'holder')
  if board[1] == 'claimed' and board[2] == ARGV[5] then
    redis.call('HSET', KEYS[i], 'state', 'open', 'holder', '')
    redis.call('ZREM', KEYS[5], ARGV[5] .. ':' .. ARGV[i])
  end
end
local fields = entry[2]
fields[#fields + 1] = 'e'
fields[#fields + 1] = ARGV[4]
redis.call('XADD', KEYS[3], '*', unpack(fields))
redis.call('SET', KEYS[4], 'parked', 'PX', ARGV[3])
redis.call('XACK', KEYS[2], 'doorstep', ARGV[2])
redis.call('XDEL', KEYS[2], ARGV[2])
return {'parked'}
