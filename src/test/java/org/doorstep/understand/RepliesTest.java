package org.doorstep.understand;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.doorstep.people.Need;
import org.doorstep.understand.Reply.Meaning;
import org.doorstep.understand.Reply.Which;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RepliesTest {

  private static final JobLabel SHOPPING =
      new JobLabel(new Need("shopping"), "Shopping, Mill Road, LS6, today", false);
  private static final JobLabel BOOTS =
      new JobLabel(new Need("prescription"), "Prescription, Boots, LS6, tomorrow", false);
  private static final JobLabel DOG =
      new JobLabel(new Need("dog-walk"), "Dog walk, Elm Grove, LS7", false);

  private final Understanding understanding = Vocabularies.all();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ACCEPT | yes pls",
        "ACCEPT | Yes!",
        "ACCEPT | ok",
        "ACCEPT | \uD83D\uDC4D",
        "ACCEPT | \uD83D\uDC4D\uD83C\uDFFD",
        "ACCEPT | on it",
        "ACCEPT | leave it with me",
        "DECLINE | not today sorry",
        "DECLINE | cant do it sorry im working",
        "DECLINE | \uD83D\uDC4E",
        "ASK | what time?",
        "ASK | how does she pay",
        "LATER | can i let you know tonight",
        "LATER | maybe, need to check with my wife",
      })
  void anAnswerToAnOfferIsUnderstood(Meaning meaning, String text) {
    Reply reply = understanding.reply(text, List.of(SHOPPING));
    assertThat(reply).isEqualTo(new Reply(meaning, new Which.One(0)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DONE | all done x",
        "DONE | dropped it off, she was really pleased",
        "DROP | can't any more",
        "DROP | really sorry ive got to drop out",
        "NOBODY_IN | nobody in",
        "NOBODY_IN | knocked twice, no answer",
        "WORRIED | I'm worried about him",
        "WORRIED | he didnt look well",
      })
  void newsOfAJobThatIsHeldIsUnderstood(Meaning meaning, String text) {
    Reply reply = understanding.reply(text, List.of(held(SHOPPING)));
    assertThat(reply).isEqualTo(new Reply(meaning, new Which.One(0)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1 | I can do the Boots one",
        "1 | yes the second one",
        "1 | 2",
        "0 | yes to mill road",
        "2 | happy to walk the dog",
        "0 | the first",
        "2 | last one please",
        "1 | middle",
        "1 | the second to last please",
        "1 | yes, last but one",
      })
  void oneOfSeveralIsPickedOut(int index, String text) {
    Reply reply = understanding.reply(text, List.of(SHOPPING, BOOTS, DOG));
    assertThat(reply).isEqualTo(new Reply(Meaning.ACCEPT, new Which.One(index)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 | I can do half 8",
        "1 | yes to 3 o'clock",
        "1 | afternoon is grand",
        "0 | the morning one is fine by me",
        "2 | yes to the 5.30 one",
      })
  void oneOfSeveralIsPickedOutByItsTime(int index, String text) {
    List<JobLabel> lifts =
        List.of(lift("Thu 8.30"), lift("Thu 3pm"), lift("Thu 5.30pm"), lift("no time yet"));
    assertThat(understanding.reply(text, lifts))
        .isEqualTo(new Reply(Meaning.ACCEPT, new Which.One(index)));
  }

  private static JobLabel lift(String when) {
    return new JobLabel(new Need("lift"), "Lift to hospital, " + when, false);
  }

  @Test
  void notThisOneButTheOther() {
    assertThat(understanding.reply("not the dog, the other one", List.of(DOG, SHOPPING)))
        .isEqualTo(new Reply(Meaning.ACCEPT, new Which.One(1)));
  }

  @Test
  void theFifthOfALongListIsPickedOut() {
    List<JobLabel> jobs = List.of(SHOPPING, BOOTS, DOG, lift("Mon"), lift("Tue"));
    assertThat(understanding.reply("no. 5 please", jobs).which()).isEqualTo(new Which.One(4));
  }

  @Test
  void aBareYesToSeveralIsAmbiguous() {
    assertThat(understanding.reply("yes", List.of(SHOPPING, BOOTS)).which())
        .isEqualTo(new Which.Ambiguous(List.of(0, 1)));
  }

  @Test
  void bothMeansAll() {
    assertThat(understanding.reply("yes both", List.of(SHOPPING, BOOTS)))
        .isEqualTo(new Reply(Meaning.ACCEPT, new Which.All()));
  }

  @Test
  void whatIsDoneIsHeldAndWhatIsAcceptedIsOpen() {
    List<JobLabel> jobs = List.of(SHOPPING, held(BOOTS));
    assertThat(understanding.reply("done", jobs).which()).isEqualTo(new Which.One(1));
    assertThat(understanding.reply("yes", jobs).which()).isEqualTo(new Which.One(0));
  }

  @Test
  void withNoJobNoneIsMeant() {
    assertThat(understanding.reply("yes", List.of()))
        .isEqualTo(new Reply(Meaning.ACCEPT, new Which.None()));
  }

  private static JobLabel held(JobLabel job) {
    return new JobLabel(job.need(), job.words(), true);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ACCEPT | if nobody else will have it then yes",
        "ACCEPT | tak, mogę pomóc",
        "ACCEPT | ji haan main kar dun gi",
        "ACCEPT | da, pot mâine",
        "DECLINE | oh aye because i love a ladder, no chance",
        "DECLINE | nie mogę dzisiaj",
        "DECLINE | nahi kar sakti, maaf karna",
        "DECLINE | dim diolch, rhy brysur",
        "ASK | how many bags are there",
        "ASK | is there somewhere to park",
        "LATER | ask me again on monday",
        "LATER | could do it friday instead",
        "OTHER | chemist says it wont be ready before monday",
      })
  void anAnswerIsUnderstoodHoweverItIsPut(Meaning meaning, String text) {
    assertThat(understanding.reply(text, List.of(SHOPPING)).meaning()).isEqualTo(meaning);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"ASK | can i claim my petrol", "OTHER | happy birthday everyone", "OTHER | 😂"})
  void whatIsNotAboutAJobMeansNone(Meaning meaning, String text) {
    assertThat(understanding.reply(text, List.of(SHOPPING)))
        .isEqualTo(new Reply(meaning, new Which.None()));
  }
}
