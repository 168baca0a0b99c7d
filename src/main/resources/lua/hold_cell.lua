-- Takes or renews the hold on a cell.
--
-- KEYS   1 holder    string, expires: the instance
--        2 epoch     string: rises with each change of hands
-- ARGV   1 instance  2 lease, ms
-- Reply  {"held", epoch} · {"taken"} by another instance

local function kept(key, wanted)
  local is = redis.call('TYPE', key).ok
  return is == 'none' or is == wanted
end

if not (kept(KEYS[1], 'string') and kept(KEYS[2], 'string')) then
  return redis.error_reply('WRONGTYPE a key of the hold is of another type')
end

local holder = redis.call('GET', KEYS[1])
local epoch = redis.call('GET', KEYS[2])
if holder and holder ~= ARGV[1] then return {'taken'} end
if not holder or not epoch then
  epoch = string.format('%.0f', redis.call('INCR', KEYS[2]))
end
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
return {'held', epoch}
