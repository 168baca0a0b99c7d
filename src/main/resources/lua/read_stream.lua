-- Hands the next entries of a work stream to the owner of the cell, and to nobody else.
--
-- KEYS   1 epoch     string
--        2 stream    stream, with one group and one consumer, so that a successor finds what is pending
-- ARGV   1 epoch     2 after: a position to read again what is pending behind it, or > for new ones
--        3 how many at most
-- Reply  {"read", entries} · {"lost"}

if redis.call('GET', KEYS[1]) ~= ARGV[1] then return {'lost'} end

local function read()
  return redis.pcall('XREADGROUP', 'GROUP', 'doorstep', 'owner',
    'COUNT', ARGV[3], 'STREAMS', KEYS[2], ARGV[2])
end

local found = read()
if found and found.err then
  if string.find(found.err, 'NOGROUP', 1, true) == nil then return found end
  redis.call('XGROUP', 'CREATE', KEYS[2], 'doorstep', '0', 'MKSTREAM')
  found = read()
end
if not found then return {'read', {}} end
return {'read', found[1][2]}
