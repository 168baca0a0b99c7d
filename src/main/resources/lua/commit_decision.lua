-- Writes all of a decision, or nothing.
--
-- KEYS   1 epoch     string
--        2 cause     string, expires
--        3 inbox     stream
--        4 revision  string: rises with every commit
--        5 keys      hash: wrapped data keys by owner
--        6…          as checks and steps name them, by index
-- ARGV   1 epoch     2 position in the inbox     3 how long the cause is remembered, ms
--        then the checks, then the steps, both as: how many, and for each of them
--        name, number of keys, their indices, number of arguments, the arguments
-- Checks revision(record; expected)       the record is still as it was read; 0 stands for absent
--        key(; owner, wrapped)            the owner's key is still this one; nothing stands for none
--        unclaimed(board; round, holder)  nobody but this holder won that round
-- Steps  see below: each says the types of its keys and how many writes it makes at most
-- Reply  {"done"} · {"already"} it had its effect before · {"stale", name of the check} · {"lost"}

local revision

local checks = {}

function checks.revision(k, a)
  return (redis.call('HGET', k[1], 'v') or '0') == a[1]
end

function checks.key(k, a)
  return (redis.call('HGET', KEYS[5], a[1]) or '') == a[2]
end

function checks.unclaimed(k, a)
  local board = redis.call('HMGET', k[1], 'state', 'round', 'holder')
  if board[1] ~= 'claimed' and board[1] ~= 'held' then return true end
  return board[2] ~= a[1] or board[3] == a[2]
end

local checked = { revision = {'hash'}, key = {}, unclaimed = {'hash'} }

local steps, typed, writes = {}, {}, {}

-- record(record; field, value, …): is this from now on
typed.record, writes.record = {'hash'}, 1
function steps.record(k, a)
  redis.call('HSET', k[1], 'v', revision, unpack(a))
end

-- question(record of a form; field, value, …): the same, but only where no form is open: where there
-- is none, or in it another question waits, w being 1
typed.question, writes.question = {'hash'}, 1
function steps.question(k, a)
  if redis.call('EXISTS', k[1]) == 0 or redis.call('HGET', k[1], 'w') == '1' then
    redis.call('HSET', k[1], 'v', revision, unpack(a))
  end
end

-- gone(anything): is no more
typed.gone, writes.gone = {'any'}, 1
function steps.gone(k, a)
  redis.call('DEL', k[1])
end

-- expire(anything; ms): is no more after that time
typed.expire, writes.expire = {'any'}, 1
function steps.expire(k, a)
  redis.call('PEXPIRE', k[1], a[1])
end

-- key(; owner, wrapped): a fresh key
typed.key, writes.key = {}, 1
function steps.key(k, a)
  redis.call('HSET', KEYS[5], a[1], a[2])
end

-- unkey(; owner, …): destroys keys
typed.unkey, writes.unkey = {}, 1
function steps.unkey(k, a)
  redis.call('HDEL', KEYS[5], unpack(a))
end

-- unknown(known set, aliases hash): forgets by which other addresses someone was known
typed.unknown, writes.unknown = {'set', 'hash'}, 2
function steps.unknown(k, a)
  local known = redis.call('SMEMBERS', k[1])
  if #known > 0 then
    redis.call('HDEL', k[2], unpack(known))
    redis.call('DEL', k[1])
  end
end

-- decline(declined set, known set; person): is not to be invited, by whichever of their addresses
typed.decline, writes.decline = {'set', 'set'}, 1
function steps.decline(k, a)
  redis.call('SADD', k[1], a[1], unpack(redis.call('SMEMBERS', k[2])))
end

-- link(sorted set; member, …), unlink(sorted set; member, …)
typed.link, writes.link = {'zset'}, 1
function steps.link(k, a)
  local pairs_ = {}
  for i = 1, #a do
    pairs_[2 * i - 1] = 0
    pairs_[2 * i] = a[i]
  end
  redis.call('ZADD', k[1], unpack(pairs_))
end

typed.unlink, writes.unlink = {'zset'}, 1
function steps.unlink(k, a)
  redis.call('ZREM', k[1], unpack(a))
end

-- rank(sorted set; score, member, …): those who are not in it yet
typed.rank, writes.rank = {'zset'}, 1
function steps.rank(k, a)
  redis.call('ZADD', k[1], 'NX', unpack(a))
end

-- rerank(sorted set; score, member, …): those who are in it
typed.rerank, writes.rerank = {'zset'}, 1
function steps.rerank(k, a)
  redis.call('ZADD', k[1], 'XX', unpack(a))
end

-- near(geo set; longitude, latitude, person): lives there
typed.near, writes.near = {'zset'}, 1
function steps.near(k, a)
  redis.call('GEOADD', k[1], unpack(a))
end

-- tally(tallies hash; asked or helped, minute, how many to remember, person, …): a minute has eight
-- digits; the first is when they helped, the others are when they were asked
typed.tally, writes.tally = {'hash'}, 1
function steps.tally(k, a)
  local set = {}
  for i = 4, #a do
    local was = redis.call('HGET', k[1], a[i]) or '00000000'
    local helped, asked = string.sub(was, 1, 8), string.sub(was, 9)
    if a[1] == 'helped' then
      helped = a[2]
    else
      asked = string.sub(asked .. ' ' .. a[2], -9 * a[3])
    end
    set[#set + 1] = a[i]
    set[#set + 1] = helped .. asked
  end
  redis.call('HSET', k[1], unpack(set))
end

-- untally(tallies or homes hash; person, …): nothing is remembered of them
typed.untally, writes.untally = {'hash'}, 1
function steps.untally(k, a)
  redis.call('HDEL', k[1], unpack(a))
end

-- dwell(homes hash; person, home): where they are counted from now on
typed.dwell, writes.dwell = {'hash'}, 1
function steps.dwell(k, a)
  redis.call('HSET', k[1], a[1], a[2])
end

-- waited(list; minutes, how many to remember): the last ones stay
typed.waited, writes.waited = {'list'}, 2
function steps.waited(k, a)
  redis.call('RPUSH', k[1], a[1])
  redis.call('LTRIM', k[1], -a[2], -1)
end

-- count(counts hash; kept ms, field, by, field, by, …): so many more
typed.count, writes.count = {'hash'}, 2
function steps.count(k, a)
  local set = {}
  for i = 2, #a, 2 do
    set[#set + 1] = a[i]
    set[#set + 1] = string.format('%.0f', (redis.call('HGET', k[1], a[i]) or 0) + a[i + 1])
  end
  redis.call('HSET', k[1], unpack(set))
  redis.call('PEXPIRE', k[1], a[1])
end

-- count-once(counts hash, board; what, kept ms, field, by, …): the same, unless that has been counted
-- of the request before
typed['count-once'], writes['count-once'] = {'hash', 'hash'}, 3
steps['count-once'] = function(k, a)
  if redis.call('HSETNX', k[2], 'counted:' .. a[1], 1) == 1 then
    steps.count(k, {unpack(a, 2)})
  end
end

-- board(board, holds; request, state, round, holder or nothing): a claim that was won in this round
-- and is about to be written stays won while the request is still open
typed.board, writes.board = {'hash', 'zset'}, 3
function steps.board(k, a)
  local request, state, round, holder = a[1], a[2], a[3], a[4]
  local was = redis.call('HMGET', k[1], 'state', 'round', 'holder')
  if state == 'open' and was[1] == 'claimed' and was[2] == round then return end
  if was[3] and was[3] ~= '' and was[3] ~= holder then
    redis.call('ZREM', k[2], was[3] .. ':' .. request)
  end
  if holder ~= '' then
    redis.call('ZADD', k[2], 0, holder .. ':' .. request)
  end
  redis.call('HSET', k[1], 'state', state, 'round', round, 'holder', holder)
end

-- say(sent hash, outbox stream; remembered ms, id, owners, sealed, to, origin): once
typed.say, writes.say = {'hash', 'stream'}, 3
function steps.say(k, a)
  if redis.call('EXISTS', k[1]) == 1 then return end
  redis.call('HSET', k[1], 'state', 'queued', 'to', a[5], 'origin', a[6])
  redis.call('PEXPIRE', k[1], a[1])
  redis.call('XADD', k[2], '*', 'i', a[2], 'o', a[3], 's', a[4])
end

-- best(sent hash; status): the furthest a message got
typed.best, writes.best = {'hash'}, 1
function steps.best(k, a)
  if redis.call('EXISTS', k[1]) == 1 then
    redis.call('HSET', k[1], 'best', a[1])
  end
end

-- said(held list; how many): those kept texts were said
typed.said, writes.said = {'list'}, 1
function steps.said(k, a)
  redis.call('LTRIM', k[1], a[1], -1)
end

-- silence(alarms sorted set, alarmed hash; key, …)
typed.silence, writes.silence = {'zset', 'hash'}, 2
function steps.silence(k, a)
  redis.call('ZREM', k[1], unpack(a))
  redis.call('HDEL', k[2], unpack(a))
end

-- alarm(alarms sorted set, alarmed hash; key, due ms, alarm)
typed.alarm, writes.alarm = {'zset', 'hash'}, 2
function steps.alarm(k, a)
  redis.call('ZADD', k[1], a[2], a[1])
  redis.call('HSET', k[2], a[1], a[3])
end

-- alarm-once(alarms sorted set, alarmed hash; key, due ms, alarm): unless one is set
typed['alarm-once'], writes['alarm-once'] = {'zset', 'hash'}, 2
steps['alarm-once'] = function(k, a)
  if redis.call('HEXISTS', k[2], a[1]) == 0 then
    steps.alarm(k, a)
  end
end

-- fact(events stream; oldest to keep, fact)
typed.fact, writes.fact = {'stream'}, 1
function steps.fact(k, a)
  redis.call('XADD', k[1], 'MINID', '~', a[1], '*', 'f', a[2])
end

local at = 4
local function word()
  at = at + 1
  return ARGV[at - 1]
end

local function listed()
  local all = {}
  for i = 1, tonumber(word()) do
    local one = { name = word(), k = {}, a = {} }
    for j = 1, tonumber(word()) do one.k[j] = KEYS[tonumber(word())] end
    for j = 1, tonumber(word()) do one.a[j] = word() end
    all[i] = one
  end
  return all
end

local function kept(key, wanted)
  local is = redis.call('TYPE', key).ok
  return is == 'none' or wanted == 'any' or is == wanted
end

local function fits(one, types)
  if types == nil or #types ~= #one.k then return false end
  for i = 1, #types do
    if not kept(one.k[i], types[i]) then return false end
  end
  return true
end

if redis.call('GET', KEYS[1]) ~= ARGV[1] then return {'lost'} end

if not (kept(KEYS[2], 'string') and kept(KEYS[3], 'stream') and kept(KEYS[4], 'string')
    and kept(KEYS[5], 'hash')) then
  return redis.error_reply('WRONGTYPE a key of the cell is of another type')
end

local to_check, to_do = listed(), listed()
local cost = 4
for _, one in ipairs(to_check) do
  if not fits(one, checked[one.name]) then
    return redis.error_reply('ERR a check does not fit: ' .. one.name)
  end
end
for _, one in ipairs(to_do) do
  if not fits(one, typed[one.name]) then
    return redis.error_reply('ERR a step does not fit: ' .. one.name)
  end
  cost = cost + writes[one.name]
end
if cost > 500 then return redis.error_reply('ERR a commit of more than 500 writes') end

local cause = redis.call('GET', KEYS[2])
if cause == 'done' or cause == 'parked' then return {'already'} end

for _, one in ipairs(to_check) do
  if not checks[one.name](one.k, one.a) then return {'stale', one.name} end
end

revision = string.format('%.0f', redis.call('INCR', KEYS[4]))
for _, one in ipairs(to_do) do
  steps[one.name](one.k, one.a)
end
redis.call('SET', KEYS[2], 'done', 'PX', ARGV[3])
redis.call('XACK', KEYS[3], 'doorstep', ARGV[2])
redis.call('XDEL', KEYS[3], ARGV[2])
return {'done'}
