package org.doorstep.app;

import java.lang.management.ManagementFactory;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.doorstep.desk.Desk;
import org.doorstep.desk.OwnPages;
import org.doorstep.geo.Atlas;
import org.doorstep.geo.BuiltInPlaces;
import org.doorstep.geo.ImportedPlaces;
import org.doorstep.geo.PostcodesIo;
import org.doorstep.geo.Source;
import org.doorstep.pipeline.Enquiries;
import org.doorstep.pipeline.Gazetteer;
import org.doorstep.pipeline.InboundWorker;
import org.doorstep.pipeline.Messenger;
import org.doorstep.pipeline.OutboundWorker;
import org.doorstep.pipeline.Pace;
import org.doorstep.pipeline.Pictures;
import org.doorstep.pipeline.Shift;
import org.doorstep.pipeline.Watch;
import org.doorstep.redis.RedisRoom;
import org.doorstep.talk.Talk;
import org.doorstep.understand.Understanding;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The work between the doors: what came in is decided and committed, what is to be said is sent.
 */
@Configuration(proxyBeanMethods = false)
class Work {

  @Bean
  Gazetteer gazetteer(Settings settings, InstantSource clock) {
    return atlas(settings, clock);
  }

  static Gazetteer atlas(Settings settings, InstantSource clock) {
    List<Source> sources = new ArrayList<>();
    sources.add(new ImportedPlaces(settings.data()));
    settings.geocoder().ifPresent(url -> sources.add(new PostcodesIo(url, clock)));
    if (settings.mode() instanceof Mode.Village) sources.add(new BuiltInPlaces());
    return new Atlas(sources);
  }

  @Bean
  Shift shift(
      RedisRoom redis,
      Gazetteer gazetteer,
      Pictures pictures,
      Talk talk,
      Understanding understanding,
      OwnPages pages,
      List<Messenger> messengers,
      InstantSource clock,
      Watch watch,
      LiveCells cells) {
    var inbound =
        new InboundWorker(
            redis.inbox(),
            redis.casebook(),
            redis.claims(),
            new Enquiries(
                gazetteer, redis.volunteers(), redis.boards(), pictures, redis.directory()),
            new Desk(talk, understanding, pages),
            cells::now,
            clock,
            watch);
    var outbound =
        new OutboundWorker(
            redis.outbox(), redis.inbox(), new Pace(System::nanoTime), messengers, clock, watch);
    return new Shift(instance(), redis.holdings(), inbound, outbound, redis.alarms(), clock, watch);
  }

  @Bean
  Staff staff(LiveCells cells, Shift shift) {
    return new Staff(cells.now().all(), shift::work, shift::end);
  }

  @Bean
  Lookout lookout(LiveCells cells, RedisRoom redis, Watch watch, InstantSource clock) {
    return new Lookout(cells.now().all(), redis.gauges(), watch, clock);
  }

  /** Process and host: no two running instances share it. */
  private static String instance() {
    var process = ManagementFactory.getRuntimeMXBean();
    return process.getName() + "/" + process.getStartTime();
  }
}
