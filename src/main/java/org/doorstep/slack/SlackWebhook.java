package org.doorstep.slack;

import java.time.InstantSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** Where Slack calls: events, presses on buttons, forms handed in, the slash command. */
public final class SlackWebhook {

  public static final String PATH = "/webhooks/slack";

  private final SlackDoor door;
  private final SlackIntake intake;

  public SlackWebhook(String signingSecret, SlackIntake intake, InstantSource clock) {
    this(new SlackDoor(signingSecret, clock), intake);
  }

  SlackWebhook(SlackDoor door, SlackIntake intake) {
    this.door = door;
    this.intake = intake;
  }

  public RouterFunction<ServerResponse> routes() {
    return RouterFunctions.route().POST(PATH, this::called).build();
  }

  private Mono<ServerResponse> called(ServerRequest request) {
    if (!request.headers().header("X-Slack-Retry-Num").isEmpty()) intake.count("retry");
    return door.open(request)
        .flatMap(
            knock ->
                switch (knock) {
                  case SlackDoor.Knock.Turned turned -> turn(turned.status());
                  case SlackDoor.Knock.Unasked u -> intake.unasked().flatMap(SlackWebhook::written);
                  case SlackDoor.Knock.Admitted in ->
                      intake.take(in.request()).flatMap(SlackWebhook::written);
                });
  }

  private static Mono<ServerResponse> written(SlackIntake.Reply reply) {
    ServerResponse.BodyBuilder response = ServerResponse.status(reply.status());
    return switch (reply.body()) {
      case null -> response.build();
      case String text -> response.contentType(MediaType.TEXT_PLAIN).bodyValue(text);
      case Object json -> response.contentType(MediaType.APPLICATION_JSON).bodyValue(json);
    };
  }

  private Mono<ServerResponse> turn(HttpStatus status) {
    intake.count("turned-" + status.value());
    return ServerResponse.status(status).build();
  }
}
