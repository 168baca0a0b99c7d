package org.doorstep.cell;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.doorstep.people.Address;
import org.doorstep.people.Channel;
import org.doorstep.people.InSlack;
import org.doorstep.place.Area;
import org.doorstep.place.Place;
import org.jspecify.annotations.Nullable;

/**
 * The response cell of one area: its own senders, Slack, groups, officers and rules.
 *
 * @param whatsappNumber the sender residents write to, in E.164
 * @param smsNumber the sender for SMS, in E.164; null where only WhatsApp is used
 * @param slackTeam the workspace of the officers; a group and a partner may have another
 * @param officersChannel the Slack channel where cases are opened
 * @param officers in the order in which they are told: the first is the link officer, the next the
 *     deputy
 * @param language BCP 47: what officers and the groups' channels read, and what newcomers are
 *     answered in until they choose
 * @param response who looks at a request first
 * @param neighbours whom to tell people about who live outside the area, in words
 * @param privacy who answers for what is kept of people
 * @param safeguarding who looks at what is not for everybody, and who is called
 */
public record Cell(
    CellId id,
    String name,
    ZoneId zone,
    String language,
    String whatsappNumber,
    @Nullable String smsNumber,
    String slackTeam,
    String officersChannel,
    List<Officer> officers,
    List<Group> groups,
    Area area,
    String neighbours,
    Rules rules,
    Response response,
    Privacy privacy,
    Safeguarding safeguarding) {

  public Cell {
    officers = List.copyOf(officers);
    groups = List.copyOf(groups);
    if (officers.isEmpty()) throw new IllegalArgumentException("a cell has at least one officer");
    if (groups.isEmpty()) throw new IllegalArgumentException("a cell has at least one group");
  }

  /** One whose notice is the usual one, and without safeguarding people of its own. */
  public Cell(
      CellId id,
      String name,
      ZoneId zone,
      String language,
      String whatsappNumber,
      @Nullable String smsNumber,
      String slackTeam,
      String officersChannel,
      List<Officer> officers,
      List<Group> groups,
      Area area,
      String neighbours,
      Rules rules,
      Response response) {
    this(
        id,
        name,
        zone,
        language,
        whatsappNumber,
        smsNumber,
        slackTeam,
        officersChannel,
        officers,
        groups,
        area,
        neighbours,
        rules,
        response,
        Privacy.USUAL,
        Safeguarding.NONE);
  }

  /** One that responds as is usual. */
  public Cell(
      CellId id,
      String name,
      ZoneId zone,
      String language,
      String whatsappNumber,
      @Nullable String smsNumber,
      String slackTeam,
      String officersChannel,
      List<Officer> officers,
      List<Group> groups,
      Area area,
      String neighbours,
      Rules rules) {
    this(
        id,
        name,
        zone,
        language,
        whatsappNumber,
        smsNumber,
        slackTeam,
        officersChannel,
        officers,
        groups,
        area,
        neighbours,
        rules,
        Response.USUAL);
  }

  /** The same, responding in another way. */
  public Cell responding(Response other) {
    return with(other, privacy, safeguarding);
  }

  /** The same, with another to answer for what is kept. */
  public Cell answeredForBy(Privacy other) {
    return with(response, other, safeguarding);
  }

  /** The same, with others who look at what is not for everybody. */
  public Cell guardedBy(Safeguarding others) {
    return with(response, privacy, others);
  }

  private Cell with(Response newResponse, Privacy newPrivacy, Safeguarding newSafeguarding) {
    return new Cell(
        id,
        name,
        zone,
        language,
        whatsappNumber,
        smsNumber,
        slackTeam,
        officersChannel,
        officers,
        groups,
        area,
        neighbours,
        rules,
        newResponse,
        newPrivacy,
        newSafeguarding);
  }

  /**
   * The channels in Slack by which it is known that something is this cell's, as {@link InSlack}
   * has it.
   */
  public Stream<String> channels() {
    return Stream.of(
            Stream.of(officersChannel),
            Stream.ofNullable(safeguarding.channel()),
            groups.stream().flatMap(g -> Stream.ofNullable(g.slackChannel())),
            response.partners().stream().map(Partner::slackChannel))
        .flatMap(s -> s);
  }

  /** The workspaces that it is in, its own first. */
  public List<String> slackTeams() {
    return Stream.concat(
            Stream.of(slackTeam),
            channels().map(channel -> InSlack.read(channel).teamOr(slackTeam)))
        .distinct()
        .toList();
  }

  public Optional<Officer> officer(String slackUser) {
    return officers.stream().filter(o -> o.slackUser().equals(slackUser)).findFirst();
  }

  /** Whether they may say who does a job of that group. */
  public boolean leads(Address who, String group) {
    return ledBy(who).stream().anyMatch(g -> g.id().equals(group));
  }

  /** The groups whose orders they may give: an officer's are all. */
  public List<Group> ledBy(Address who) {
    boolean slack = who.channel() == Channel.SLACK;
    return slack && officer(who.value()).isPresent()
        ? groups
        : groups.stream()
            .filter(g -> g.leads().contains(who.value()) && slack != who.value().startsWith("+"))
            .toList();
  }

  /** The group that looks after a place, or the first group for what none claims. */
  public Group groupFor(Place place) {
    return groups.stream()
        .filter(g -> g.area().covers(place))
        .findFirst()
        .orElse(groups.getFirst());
  }

  public Optional<Group> group(String id) {
    return groups.stream().filter(g -> g.id().equals(id)).findFirst();
  }

  /** Whom a name means, or a slip of one; several where it is not clear, or none. */
  public List<Group> groupsCalled(String name) {
    return GroupNames.meant(name, groups);
  }

  /** How the volunteers of a group are asked. */
  public WavePolicy policyOf(String group) {
    return group(group).map(Group::policy).orElse(rules.policy());
  }

  /** Who pays back what a volunteer of a group has laid out. */
  public PayingBack payingBackIn(String group) {
    return group(group).map(Group::payingBack).orElse(rules.payingBack());
  }

  public boolean ownNumber(String number) {
    return number.equals(whatsappNumber) || number.equals(smsNumber);
  }
}
