package org.doorstep.app;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.doorstep.pipeline.Attachments;
import org.doorstep.pipeline.Pictures;
import org.doorstep.redis.RedisRoom;
import org.doorstep.redis.Vault;
import org.doorstep.slack.SlackMessenger;
import org.doorstep.slack.SlackOpener;
import org.doorstep.slack.SlackPictures;
import org.doorstep.slack.SlackWebhook;
import org.doorstep.talk.Talk;
import org.doorstep.talk.TemplateText;
import org.doorstep.understand.Understanding;
import org.doorstep.whatsapp.TwilioMessenger;
import org.doorstep.whatsapp.TwilioPictures;
import org.doorstep.whatsapp.TwilioWebhook;
import org.doorstep.whatsapp.TwilioWords;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;

/** Where things come in and go out: Twilio and Slack. */
@Configuration(proxyBeanMethods = false)
class Doors {

  @Bean
  RouterFunction<ServerResponse> twilioRoutes(
      Providers providers,
      LiveCells cells,
      RedisRoom redis,
      Talk talk,
      Understanding understanding,
      InstantSource clock,
      MeterRegistry meters) {
    return new TwilioWebhook(
            providers.twilio(),
            providers.publicUrl(),
            cells::ofNumber,
            redis.inbox(),
            new Emergency(talk, understanding),
            clock,
            meters)
        .routes();
  }

  @Bean
  RouterFunction<ServerResponse> slackRoutes(
      Providers providers,
      LiveCells cells,
      RedisRoom redis,
      Talk talk,
      SlackOpener opener,
      InstantSource clock,
      MeterRegistry meters) {
    return new SlackWebhook(
            providers.slackSigning().value(),
            cells::ofSlack,
            redis.inbox(),
            talk,
            opener,
            clock,
            meters)
        .routes();
  }

  /** Where people read what is kept about them. */
  @Bean
  OwnPageDoor ownPages(Providers providers, RedisRoom redis, Vault vault, Talk talk) {
    return new OwnPageDoor(providers.publicUrl(), vault, redis.papers(), talk);
  }

  @Bean
  RouterFunction<ServerResponse> ownPageRoutes(OwnPageDoor door) {
    return door.routes();
  }

  @Bean(destroyMethod = "close")
  SlackOpener slackOpener(Providers providers) {
    return new SlackOpener(providers.slack());
  }

  @Bean(destroyMethod = "close")
  TwilioMessenger twilioMessenger(
      Providers providers, Settings settings, Talk talk, InstantSource clock) {
    return new TwilioMessenger(
        providers.twilio(), providers.twilioAt(), settings.data(), new ChannelWords(talk), clock);
  }

  @Bean(destroyMethod = "close")
  TwilioPictures twilioPictures(Providers providers) {
    return new TwilioPictures(providers.twilio(), providers.twilioAt());
  }

  @Bean(destroyMethod = "close")
  SlackPictures slackPictures(Providers providers) {
    return new SlackPictures(providers.slack());
  }

  /** Each channel names its pictures in its own way. */
  @Bean
  @Primary
  Pictures pictures(TwilioPictures twilio, SlackPictures slack) {
    return picture -> SlackPictures.named(picture) ? slack.look(picture) : twilio.look(picture);
  }

  /** The same for whatever is passed on. */
  @Bean
  @Primary
  Attachments attachments(TwilioPictures twilio, SlackPictures slack) {
    return file -> SlackPictures.named(file) ? slack.fetch(file) : twilio.fetch(file);
  }

  @Bean(destroyMethod = "close")
  SlackMessenger slackMessenger(Providers providers, Attachments attachments) {
    return new SlackMessenger(providers.slack(), attachments);
  }

  /** From the flows, like all words. */
  private record ChannelWords(Talk talk) implements TwilioWords {

    @Override
    public String replyWithNumber(String language) {
      return talk.in(language).words("common.reply-with-number", Map.of());
    }

    @Override
    public String choose(String language) {
      return talk.in(language).words("common.open-list", Map.of());
    }

    @Override
    public Optional<TemplateText> template(String name, String language) {
      return talk.in(language).templates().stream().filter(t -> t.name().equals(name)).findFirst();
    }
  }
}
