-- Keeps a part of a list. It counts once the list is whole: see RedisInvitees.
--
-- KEYS   1…  invited     hash that expires: k wrapped key, s sealed invitation, l list; one a person
-- ARGV   1   how long they are kept, ms     2 list
--        then for each person: wrapped key, sealed invitation
-- Reply  {"kept"}

for i = 1, #KEYS do
  local is = redis.call('TYPE', KEYS[i]).ok
  if is ~= 'none' and is ~= 'hash' then
    return redis.error_reply('WRONGTYPE an invitation is of another type')
  end
end

for i = 1, #KEYS do
  redis.call('HSET', KEYS[i], 'k', ARGV[2 * i + 1], 's', ARGV[2 * i + 2], 'l', ARGV[2])
  redis.call('PEXPIRE', KEYS[i], ARGV[1])
end
return {'kept'}
