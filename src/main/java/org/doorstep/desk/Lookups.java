package org.doorstep.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.doorstep.cell.Group;
import org.doorstep.talk.Conversation;
import org.doorstep.talk.Tap;
import org.doorstep.understand.Understanding;

/** What has to be looked up before it is decided what somebody's words lead to. */
final class Lookups {

  /** More places than this in one message are not looked up. */
  private static final int PLACES = 3;

  private final Understanding understanding;
  private final Wording wording;
  private final Orders orders;
  private final NearMe nearMe;
  private final Signposts signposts;
  private final Under18 under18;
  private final CaseworkerOrders caseworkers;

  Lookups(
      Understanding understanding,
      Wording wording,
      Orders orders,
      NearMe nearMe,
      Signposts signposts,
      CaseworkerOrders caseworkers,
      Under18 under18) {
    this.understanding = understanding;
    this.wording = wording;
    this.orders = orders;
    this.nearMe = nearMe;
    this.signposts = signposts;
    this.under18 = under18;
    this.caseworkers = caseworkers;
  }

  List<Enquiry> said(Dossier dossier, Inbound.Said said, Instant now) {
    List<Enquiry> enquiries = new ArrayList<>(orders.asks(dossier, said, now));
    Paying.asks(dossier, understanding, said.content(), now).forEach(enquiries::add);
    nearMe.asks(dossier, said.content()).ifPresent(enquiries::add);
    enquiries.addAll(signposts.asks(dossier, said.content(), now));
    new RegularOverview(wording).asks(dossier, said).ifPresent(enquiries::add);
    enquiries.addAll(under18.asks(dossier, said.content().text()));
    enquiries.addAll(caseworkers.asks(dossier, said.content()));
    enquiries.addAll(CaseworkerTaps.asks(dossier, said.content()));
    enquiries.addAll(OwnFile.asks(dossier, wording, said.content(), now));
    enquiries.addAll(words(dossier, said.content()));
    return enquiries;
  }

  /** Where somebody lives may stand in it. */
  List<Enquiry> handedIn(Dossier dossier, Inbound.HandedIn form) {
    if (Refer.about(form)) return Refer.asks(dossier, form);
    List<Enquiry> enquiries = words(dossier, Content.text(form.field("place")));
    enquiries.addAll(CaseworkerTaps.asks(dossier, form));
    boolean paid =
        Tap.decode(form.tap()).filter(t -> t.choice().equals(Inbound.HandedIn.PAID)).isPresent();
    if (paid) PaidForm.asks(dossier, form).ifPresent(enquiries::add);
    return enquiries;
  }

  /** For a thought that is finished. */
  List<Enquiry> saidAll(Dossier dossier) {
    return words(dossier, Content.text(""));
  }

  /** Places are looked up in all of a thought, and in what was begun of it. */
  private List<Enquiry> words(Dossier dossier, Content content) {
    List<Enquiry> enquiries = new ArrayList<>();
    Giving.asks(dossier, wording, content.text()).ifPresent(enquiries::add);
    enquiries.addAll(LeftBehind.asks(dossier));
    if (content.pin() != null) enquiries.add(new Enquiry.PlaceAt(content.pin().point()));
    Words words = Words.of(dossier.thought(), content.text().strip(), false);
    Conversation open = dossier.conversation();
    Stream.of(
            content.tap() == null ? words.whole() : "",
            words.before(),
            Objects.requireNonNullElse(NewOrMessage.kept(open), ""),
            Objects.requireNonNullElse(OfferOrMessage.kept(open), ""),
            Objects.requireNonNullElse(Amending.kept(open), ""))
        .filter(text -> !text.isEmpty())
        .flatMap(text -> understanding.placesIn(text).stream().limit(PLACES))
        .distinct()
        .map(Enquiry.PlaceNamed::new)
        .forEach(enquiries::add);
    Signposts.besides(dossier.conversation()).ifPresent(enquiries::add);
    // an open form may become a request, and its group may take in none just now
    if (dossier.conversation() != null) {
      enquiries.add(
          new Enquiry.OfficeNow(
              dossier.cell().groups().stream().map(Group::id).collect(Collectors.toSet())));
    }
    return enquiries;
  }
}
