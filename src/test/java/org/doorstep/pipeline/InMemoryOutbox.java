package org.doorstep.pipeline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.doorstep.desk.Dossier;
import org.doorstep.desk.Outgoing;
import org.doorstep.desk.SlackRef;
import org.doorstep.people.Channel;
import org.doorstep.people.Person;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

@NullUnmarked
record InMemoryOutbox(InMemoryPorts all) implements Outbox {

  @Override
  public Mono<List<Parcel>> next(Holding holding, int limit) {
    return Mono.fromCallable(
        () -> {
          InMemoryCell in = all.of(holding.cell());
          synchronized (in) {
            in.fence(holding);
            List<Parcel> next = new ArrayList<>();
            in.outbox.forEach(
                (position, letter) -> {
                  if (next.size() < limit && in.outInHand.add(position)) {
                    next.add(parcel(in, position, letter));
                  }
                });
            return next;
          }
        });
  }

  private static Parcel parcel(InMemoryCell in, String position, InMemoryCell.Letter letter) {
    Outgoing outgoing = letter.outgoing();
    Person recipient = letter.farewell();
    if (recipient == null && outgoing instanceof Outgoing.ToPerson to) {
      recipient = in.record(Person.class, "person/" + to.to());
    }
    String anchor = anchorOf(outgoing);
    String state = in.sendings.get(outgoing.id()).state();
    return new Parcel(
        in.id,
        position,
        outgoing,
        recipient,
        anchor == null ? null : in.anchors.get(anchor),
        state.equals("attempting") || state.equals("uncertain"));
  }

  @Override
  public Mono<Map<String, Instant>> asides(Holding holding) {
    return Mono.fromCallable(() -> Map.copyOf(all.of(holding.cell()).asides));
  }

  @Override
  public Mono<Void> setAside(Holding holding, Parcel parcel, String place, Instant since) {
    return Mono.fromRunnable(
        () -> {
          InMemoryCell in = all.of(parcel.cell());
          synchronized (in) {
            in.fence(holding);
            in.sendings.computeIfPresent(
                parcel.outgoing().id(), (id, sending) -> sending.in("aside"));
            InMemoryCell.Letter letter =
                parcel.waited() ? null : in.outbox.remove(parcel.position());
            if (letter == null) return;
            in.aside
                .computeIfAbsent(place, p -> new TreeMap<>())
                .put(Parcel.ASIDE + place + "/" + "%09d".formatted(++in.letters), letter);
            in.asides.putIfAbsent(place, since);
          }
        });
  }

  @Override
  public Mono<List<Parcel>> aside(Holding holding, String place, int limit, boolean fromTheFirst) {
    return Mono.fromCallable(
        () -> {
          InMemoryCell in = all.of(holding.cell());
          synchronized (in) {
            in.fence(holding);
            Map<String, InMemoryCell.Letter> waiting = in.aside.getOrDefault(place, Map.of());
            if (fromTheFirst) in.outInHand.removeAll(waiting.keySet());
            List<Parcel> next = new ArrayList<>();
            waiting.forEach(
                (position, letter) -> {
                  if (next.size() < limit && in.outInHand.add(position)) {
                    next.add(parcel(in, position, letter));
                  }
                });
            return next;
          }
        });
  }

  @Override
  public Mono<Boolean> cleared(Holding holding, String place) {
    return Mono.fromCallable(
        () -> {
          InMemoryCell in = all.of(holding.cell());
          synchronized (in) {
            in.fence(holding);
            if (!in.aside.getOrDefault(place, Map.of()).isEmpty()) return false;
            in.aside.remove(place);
            in.asides.remove(place);
            return true;
          }
        });
  }

  private static Map<String, InMemoryCell.Letter> holding(InMemoryCell in, Parcel parcel) {
    return parcel.waited() ? in.aside.getOrDefault(parcel.place(), new TreeMap<>()) : in.outbox;
  }

  @Override
  public Mono<Parcel> anchored(Parcel parcel) {
    return Mono.fromSupplier(
        () -> {
          String anchor = anchorOf(parcel.outgoing());
          SlackRef post = anchor == null ? null : all.of(parcel.cell()).anchors.get(anchor);
          return post == null ? parcel : parcel.at(post);
        });
  }

  @Override
  public Mono<Void> attempting(Holding holding, Parcel parcel, Instant now) {
    return Mono.fromRunnable(
        () -> {
          if (!record(holding, parcel, "attempting", false)) return;
          Person to = parcel.recipient();
          if (to != null
              && to.address().channel() == Channel.WHATSAPP
              && to.windowOpen(now)
              && parcel.outgoing() instanceof Outgoing.ToPerson letter
              && letter.whenClosed() != Outgoing.ToPerson.WhenClosed.DROP) {
            all.of(parcel.cell()).tried.put(letter.id(), new Dossier.Tried(letter, now));
          }
        });
  }

  @Override
  public Mono<Void> settle(Holding holding, Parcel parcel, Delivery delivery, Instant now) {
    return Mono.fromRunnable(
        () -> {
          boolean there =
              switch (delivery) {
                case Delivery.Sent sent -> record(holding, parcel, "sent", true);
                case Delivery.TryLater later -> record(holding, parcel, "queued", false);
                case Delivery.Uncertain uncertain -> record(holding, parcel, "uncertain", false);
                case Delivery.Refused refused -> record(holding, parcel, "refused", true);
                case Delivery.OptedOut out -> record(holding, parcel, "opted-out", true);
                case Delivery.Dropped dropped -> record(holding, parcel, "dropped", true);
                case Delivery.Held held -> record(holding, parcel, "held", true);
                case Delivery.SetAside aside -> record(holding, parcel, "aside", false);
              };
          if (there) keep(all.of(parcel.cell()), parcel, delivery);
        });
  }

  private boolean record(Holding holding, Parcel parcel, String state, boolean ended) {
    InMemoryCell in = all.of(parcel.cell());
    synchronized (in) {
      in.fence(holding);
      if (!holding(in, parcel).containsKey(parcel.position())) return false;
      in.sendings.computeIfPresent(parcel.outgoing().id(), (id, sending) -> sending.in(state));
      if (ended) holding(in, parcel).remove(parcel.position());
      return true;
    }
  }

  private static void keep(InMemoryCell in, Parcel parcel, Delivery delivery) {
    synchronized (in) {
      if (delivery instanceof Delivery.Held && parcel.outgoing() instanceof Outgoing.ToPerson to) {
        in.held
            .computeIfAbsent(to.to(), p -> new ArrayList<>())
            .add(new Dossier.Held(to.utterance(), to.origin()));
      }
      SlackRef post = delivery instanceof Delivery.Sent sent ? sent.post() : null;
      if (post != null && parcel.outgoing() instanceof Outgoing.Post o) {
        in.anchors.put(o.anchor(), post);
        in.threads.put(post, o.anchor());
      }
    }
  }

  private static @Nullable String anchorOf(Outgoing outgoing) {
    return switch (outgoing) {
      case Outgoing.Post o -> o.anchor();
      case Outgoing.Repost o -> o.anchor();
      case Outgoing.InThread o -> o.anchor();
      case Outgoing.Attachment o -> o.anchor();
      case Outgoing.ToPerson o -> null;
      case Outgoing.Mark o -> null;
      case Outgoing.Home o -> null;
      case Outgoing.Whisper o -> null;
      case Outgoing.Picture o -> null;
      case Outgoing.TextMessage o -> null;
      case Outgoing.Modal o -> null;
    };
  }
}
