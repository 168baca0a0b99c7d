-- Who volunteers around a point, and what is remembered of each. A small circle is searched first,
-- so that a dense town costs no more than a village. Changes nothing.
--
-- KEYS   1 geo       sorted set (geo)
--        2 tallies   hash: by person, when they last helped and when they were asked
--        3 holds     sorted set: person:request, all scores 0
-- ARGV   1 longitude     2 latitude     3 first radius, m     4 widest radius, m     5 how many
--        6… people who are looked at wherever they live
-- Reply  {"found", "person metres jobs-in-hand tally", …} those of 6… first, at 0 m, then the nearest

local longitude, latitude, radius, widest = ARGV[1], ARGV[2], tonumber(ARGV[3]), tonumber(ARGV[4])
local wanted = tonumber(ARGV[5])

local function within(metres)
  return redis.call('GEOSEARCH', KEYS[1], 'FROMLONLAT', longitude, latitude, 'BYRADIUS', metres, 'm',
    'ASC', 'COUNT', wanted, 'WITHDIST')
end

radius = math.min(radius, widest)
local near = within(radius)
while #near < wanted and radius < widest do
  local wider = math.sqrt(1.5 * wanted / math.max(1, #near))
  radius = math.min(widest, radius * math.min(4, math.max(1.5, wider)))
  near = within(radius)
end

local people, metres = {}, {}
for i = 6, #ARGV do
  if redis.call('ZSCORE', KEYS[1], ARGV[i]) then
    people[#people + 1] = ARGV[i]
    metres[#metres + 1] = '0'
  end
end
for _, one in ipairs(near) do
  people[#people + 1] = one[1]
  metres[#metres + 1] = one[2]
end
if #people == 0 then return {'found'} end

-- unpack takes no more than some 8,000
local tallies = {}
for from = 1, #people, 1000 do
  local some = redis.call('HMGET', KEYS[2], unpack(people, from, math.min(from + 999, #people)))
  for i, tally in ipairs(some) do tallies[from + i - 1] = tally end
end
local found = {'found'}
for i, person in ipairs(people) do
  local holds = redis.call('ZLEXCOUNT', KEYS[3], '[' .. person .. ':', '(' .. person .. ';')
  found[i + 1] = person .. ' ' .. metres[i] .. ' ' .. holds .. ' ' .. (tallies[i] or '')
end
return found
