-- Records how an attempt to send ended.
--
-- KEYS   1 epoch     string
--        2 outbox    stream
--        3 sent      hash, expires
--        4 keys      hash: wrapped data keys by owner
--        5… for "bind": anchor string, thread string; for "keep": held list; for "try": tried hash;
--           for "aside": stream of what waits for a place, hash of such places
-- ARGV   1 epoch     2 position     3 state to record     4 how long it is remembered, ms
--        5 provider's id, or nothing
--        6 what becomes of it: "stay", "try", "end", "bind", "keep", "aside"
--        7 the owner of the one-off key that goes with it, if it has one
--        8… for "bind": place, anchor, remembered ms; for "keep": the text, sealed;
--          for "try": the time in ms, how long the message stays readable for later, ms;
--          for "aside": the place, since when it is away, ms, how long it is kept, ms
-- Reply  {"settled"} · {"farewell"} its one-off key was destroyed · {"gone"} it was settled before · {"lost"}

local function kept(key, wanted)
  local is = redis.call('TYPE', key).ok
  return is == 'none' or is == wanted
end

local becomes = ARGV[6]
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return {'lost'} end
if not (kept(KEYS[2], 'stream') and kept(KEYS[3], 'hash') and kept(KEYS[4], 'hash')) then
  return redis.error_reply('WRONGTYPE a key of the outbox is of another type')
end
if becomes == 'bind' and not (kept(KEYS[5], 'string') and kept(KEYS[6], 'string')) then
  return redis.error_reply('WRONGTYPE an anchor is of another type')
end
if becomes == 'keep' and not kept(KEYS[5], 'list') then
  return redis.error_reply('WRONGTYPE the kept texts are of another type')
end

if becomes == 'try' and not kept(KEYS[5], 'hash') then
  return redis.error_reply('WRONGTYPE what was tried is of another type')
end

if becomes == 'aside' and not (kept(KEYS[5], 'stream') and kept(KEYS[6], 'hash')) then
  return redis.error_reply('WRONGTYPE what was set aside is of another type')
end

local entry = redis.call('XRANGE', KEYS[2], ARGV[2], ARGV[2])
if #entry == 0 then return {'gone'} end

redis.call('HSET', KEYS[3], 'state', ARGV[3], 'provider', ARGV[5])
redis.call('PEXPIRE', KEYS[3], ARGV[4])
if becomes == 'stay' then return {'settled'} end
if becomes == 'try' then
  redis.call('HSET', KEYS[5], 'at', ARGV[8], unpack(entry[1][2]))
  redis.call('PEXPIRE', KEYS[5], ARGV[9])
  return {'settled'}
end

if becomes == 'aside' then
  redis.call('XADD', KEYS[5], '*', unpack(entry[1][2]))
  redis.call('PEXPIRE', KEYS[5], ARGV[10])
  redis.call('HSETNX', KEYS[6], ARGV[8], ARGV[9])
  redis.call('XACK', KEYS[2], 'doorstep', ARGV[2])
  redis.call('XDEL', KEYS[2], ARGV[2])
  return {'settled'}
end

if becomes == 'bind' then
  redis.call('SET', KEYS[5], ARGV[8], 'PX', ARGV[10])
  redis.call('SET', KEYS[6], ARGV[9], 'PX', ARGV[10])
elseif becomes == 'keep' then
  redis.call('RPUSH', KEYS[5], ARGV[8])
end
local farewell = redis.call('HDEL', KEYS[4], ARGV[7])
redis.call('XACK', KEYS[2], 'doorstep', ARGV[2])
redis.call('XDEL', KEYS[2], ARGV[2])
if farewell == 1 then return {'farewell'} end
return {'settled'}
