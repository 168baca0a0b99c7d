-- One volunteer tries to take one request.
--
-- KEYS   1 epoch     string
--        2 board     hash: state, round, holder
--        3 holds     sorted set: person:request, all scores 0
-- ARGV   1 epoch     2 request     3 round     4 volunteer     5 how many one may hold
-- Reply  {"won"} also when they had won it before · {"taken", holder} · {"not-open"}
--        · {"at-capacity"} · {"lost"}
--
-- A claim that is won stays won (state claimed) until the commit writes it (held) or takes it back.

local function kept(key, wanted)
  local is = redis.call('TYPE', key).ok
  return is == 'none' or is == wanted
end

if redis.call('GET', KEYS[1]) ~= ARGV[1] then return {'lost'} end
if not (kept(KEYS[2], 'hash') and kept(KEYS[3], 'zset')) then
  return redis.error_reply('WRONGTYPE a key of the claims is of another type')
end

local request, round, volunteer = ARGV[2], ARGV[3], ARGV[4]
local board = redis.call('HMGET', KEYS[2], 'state', 'round', 'holder')
local state, holder = board[1], board[3]

if board[2] ~= round then return {'not-open'} end
if state == 'claimed' or state == 'held' then
  if holder == volunteer then return {'won'} end
  return {'taken', holder}
end
if state ~= 'open' then return {'not-open'} end

local holding = redis.call('ZLEXCOUNT', KEYS[3], '[' .. volunteer .. ':', '(' .. volunteer .. ';')
if holding >= tonumber(ARGV[5]) then return {'at-capacity'} end

redis.call('HSET', KEYS[2], 'state', 'claimed', 'holder', volunteer)
redis.call('ZADD', KEYS[3], 0, volunteer .. ':' .. request)
return {'won'}
