package org.doorstep.rooms.bad.slack;

import com.slack.api.Slack;
import org.doorstep.rooms.bad.pipeline.Watched;
import reactor.core.publisher.Mono;

/** Is as it should be. */
record KeepsToTheLine(Slack slack, Watched watched, Mono<String[]> words) {}
