package org.doorstep.pipeline;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.doorstep.desk.Alarm;
import org.doorstep.desk.Inbound;
import org.doorstep.desk.InboundId;
import reactor.core.publisher.Mono;

record InMemoryAlarms(InMemoryPorts all) implements Alarms {

  @Override
  public Mono<Integer> ring(Holding holding, Instant now, int limit) {
    return Mono.fromCallable(
        () -> {
          InMemoryCell in = all.of(holding.cell());
          synchronized (in) {
            in.fence(holding);
            List<Alarm.Set> due =
                in.alarms.values().stream()
                    .filter(set -> !set.at().isAfter(now))
                    .sorted(Comparator.comparing(Alarm.Set::at))
                    .limit(limit)
                    .toList();
            for (Alarm.Set set : due) {
              String key = set.alarm().key();
              in.alarms.remove(key);
              InboundId id = new InboundId("alarm/" + key + "/" + set.at().toEpochMilli());
              in.append(new Inbound.Rang(id, set.at(), set.alarm()), null);
            }
            return due.size();
          }
        });
  }
}
