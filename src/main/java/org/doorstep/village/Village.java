package org.doorstep.village;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.WebFilter;

/**
 * The made-up neighbourhood as a whole: a simulated Twilio under {@code /village/twilio}, a
 * simulated Slack under {@code /village/slack/api/}, and the page. It keeps everything in memory
 * and knows of Doorstep only what comes and goes over HTTP.
 */
public final class Village implements AutoCloseable {

  private final VillageClock clock;
  private final Changes changes;
  private final Lanes lanes = new Lanes();
  private final Webhooks webhooks = new Webhooks();
  private final Injections injections = new Injections();
  private final Contents contents;
  private final Phones phones;
  private final SlackPeople slack;
  private final MoveIn moveIn;
  private final Story story;
  private final RouterFunction<ServerResponse> routes;

  public Village(VillageSettings settings, VillageClock clock) {
    this.clock = clock;
    VillageKeys keys = settings.keys();
    Pace pace = settings.pace();
    Neighbourhood neighbourhood = Neighbourhood.read();
    changes = new Changes(neighbourhood::idOf);

    Ledger ledger = new Ledger(clock, changes);
    RegularMap regulars = new RegularMap(Sayings.in(settings.flows()), neighbourhood, changes);
    JobMap jobs = new JobMap(changes, regulars);
    contents = new Contents(clock);
    contents.approve(settings.flows());
    TwilioJson json = new TwilioJson(keys.accountSid(), neighbourhood);
    StatusReports reports = new StatusReports(keys, neighbourhood, ledger, webhooks, lanes, pace);
    SendChecks checks = new SendChecks(neighbourhood, contents, ledger);
    phones = new Phones(settings, neighbourhood, ledger, webhooks, lanes, jobs);
    TwilioApi twilio =
        new TwilioApi(
            keys,
            new TwilioMessages(checks, ledger, json, reports, injections, jobs),
            new TwilioContents(contents, json, injections));

    SlackTokens tokens = new SlackTokens();
    List<SlackSide> sides =
        SlackSide.all(
            new SlackSide.Common(
                settings, clock, changes, webhooks, lanes, neighbourhood, jobs, regulars, tokens),
            SlackTeam::readAll);
    tokens.give(keys.botToken(), sides.getFirst().team().id());
    tokens.give(keys.otherBotToken(), sides.getLast().team().id());
    slack = new SlackPeople(sides);
    SlackApi slackApi = new SlackApi(tokens, new SlackConsent(settings, tokens, sides), sides);

    moveIn = new MoveIn(neighbourhood, phones, ledger, pace);
    StoryWatch watch = new StoryWatch(neighbourhood, ledger, sides.getFirst().workspace());
    StoryDeeds deeds = new StoryDeeds(phones, slack, watch, clock, this::forward);
    story = new Story(deeds, watch, pace, changes);
    PageState state =
        new PageState(
            clock, neighbourhood, ledger, phones, sides, jobs, regulars, story, settings.models());
    routes =
        twilio
            .routes()
            .and(slackApi.routes())
            .and(
                new PageActions(
                        state,
                        changes,
                        neighbourhood,
                        phones,
                        slack,
                        sides,
                        injections,
                        story,
                        settings.models(),
                        this::forward)
                    .routes());
  }

  public RouterFunction<ServerResponse> routes() {
    return routes;
  }

  /** Must stand before everything else: it refuses strangers. */
  public WebFilter guard() {
    return new Loopback();
  }

  /**
   * The volunteers join through Doorstep's front door. To be called when the server answers; where
   * they joined in an earlier life of the store, Doorstep will say so.
   */
  public CompletionStage<Void> moveIn() {
    CompletableFuture<Void> done = moveIn.begin(lanes);
    return done.minimalCompletionStage();
  }

  /** A workspace that is not the officers', and the token that it has given Doorstep. */
  public static String otherTeam() {
    return SlackTeam.readAll().getLast().id();
  }

  Contents contents() {
    return contents;
  }

  Injections injections() {
    return injections;
  }

  public Phones phones() {
    return phones;
  }

  public SlackPeople slack() {
    return slack;
  }

  /** Time passes for Doorstep and the village together. */
  public void forward(Duration by) {
    clock.forward(by);
    changes.clock();
  }

  /** Lets go of open pages and of everything under way. */
  @Override
  public void close() {
    story.stop();
    changes.close();
    lanes.close();
    webhooks.close();
  }
}
