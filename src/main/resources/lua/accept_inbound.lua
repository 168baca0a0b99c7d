-- Takes an inbound in, once: marks its cause and appends it in one step.
--
-- KEYS   1 cause     string, expires
--        2 inbox     stream
--        3 keys      hash: wrapped data keys by owner
--        4 aliases   hash: which person another address stands for
--        5 known     set: the sender's aliases
-- ARGV   1 how long the cause is remembered, ms
--        2 owner     whose key sealed it: a person's id or @cell
--        3 wrapped   that key, wrapped
--        4 fresh     1: the key was made for this, 0: it was read from keys
--        5 inbound id   6 lane, a keyed hash   7 sealed inbound
--        8… aliases of the sender, keyed hashes
-- Reply  {"new"} · {"duplicate"} · {"rekey"} the key is not the owner's any more: read it again
--
-- A duplicate touches the mark, so that WAIT after it waits for the first one's replication too.

local function kept(key, wanted)
  local is = redis.call('TYPE', key).ok
  return is == 'none' or is == wanted
end

if not (kept(KEYS[1], 'string') and kept(KEYS[2], 'stream') and kept(KEYS[3], 'hash')
    and kept(KEYS[4], 'hash') and kept(KEYS[5], 'set')) then
  return redis.error_reply('WRONGTYPE a key of the inbox is of another type')
end

if redis.call('EXISTS', KEYS[1]) == 1 then
  redis.call('PEXPIRE', KEYS[1], ARGV[1])
  return {'duplicate'}
end

local owner, wrapped, fresh = ARGV[2], ARGV[3], ARGV[4]
local current = redis.call('HGET', KEYS[3], owner)
if fresh == '1' then
  if current then return {'rekey'} end
elseif current ~= wrapped then
  return {'rekey'}
end

if fresh == '1' then
  redis.call('HSET', KEYS[3], owner, wrapped)
end
for i = 8, #ARGV do
  if redis.call('HSETNX', KEYS[4], ARGV[i], owner) == 1 then
    redis.call('SADD', KEYS[5], ARGV[i])
  end
end
redis.call('SET', KEYS[1], 'in', 'PX', ARGV[1])
redis.call('XADD', KEYS[2], '*', 'i', ARGV[5], 'l', ARGV[6], 'o', owner, 's', ARGV[7])
return {'new'}
