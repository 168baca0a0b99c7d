package org.doorstep.redis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.doorstep.cell.CellId;
import org.doorstep.people.Address;
import org.doorstep.people.PersonId;
import org.junit.jupiter.api.Test;

class VaultTest {

  private static final CellId HILL = new CellId("hill");
  private static final CellId DALE = new CellId("dale");
  private static final Address NUMBER = Address.whatsapp("+447700900101");
  private static final byte[] WORDS = "gate code 1234".getBytes(UTF_8);

  private final Vault vault = Vault.of(Vault.newKeyset());
  private final DataKey anna = vault.newKey(HILL, "anna");
  private final DataKey bert = vault.newKey(HILL, "bert");
  private final KeyRing ring = new KeyRing(HILL, List.of(anna, bert));
  private final KeyRing.Label label = RecordRef.person(new PersonId("anna")).label();

  @Test
  void whatWasSealedIsReadWithTheSameKeyAndLabel() {
    byte[] sealed = ring.seal(List.of("anna"), label, WORDS);
    assertThat(new String(sealed, UTF_8)).doesNotContain("gate");
    assertThat(ring.unseal(List.of("anna"), label, sealed)).isEqualTo(WORDS);
  }

  @Test
  void sealingTwiceLooksDifferent() {
    assertThat(ring.seal(List.of("anna"), label, WORDS))
        .isNotEqualTo(ring.seal(List.of("anna"), label, WORDS));
  }

  @Test
  void whatIsMovedToAnotherRecordFieldOrCellDoesNotUnseal() {
    byte[] sealed = ring.seal(List.of("anna"), label, WORDS);
    List<KeyRing.Label> elsewhere =
        List.of(
            new KeyRing.Label(label.type(), "other", label.field()),
            new KeyRing.Label(label.type(), label.id(), "other"),
            new KeyRing.Label("other", label.id(), label.field()));
    for (KeyRing.Label other : elsewhere) {
      assertThatThrownBy(() -> ring.unseal(List.of("anna"), other, sealed))
          .isInstanceOf(DataKey.Tampered.class);
    }
    KeyRing inDale = new KeyRing(DALE, List.of(anna));
    assertThatThrownBy(() -> inDale.unseal(List.of("anna"), label, sealed))
        .isInstanceOf(DataKey.Tampered.class);
  }

  @Test
  void oneChangedByteDoesNotUnseal() {
    byte[] sealed = ring.seal(List.of("anna"), label, WORDS);
    for (int i = 8; i < sealed.length; i++) {
      byte[] changed = sealed.clone();
      changed[i] ^= 1;
      assertThatThrownBy(() -> ring.unseal(List.of("anna"), label, changed))
          .isInstanceOf(DataKey.Tampered.class);
    }
    assertThatThrownBy(() -> ring.unseal(List.of("anna"), label, new byte[3]))
        .isInstanceOf(DataKey.Tampered.class);
  }

  @Test
  void whatIsAboutTwoNeedsBoth() {
    byte[] sealed = ring.seal(List.of("anna", "bert"), label, WORDS);
    assertThat(ring.unseal(List.of("anna", "bert"), label, sealed)).isEqualTo(WORDS);
    for (DataKey left : List.of(anna, bert)) {
      KeyRing one = new KeyRing(HILL, List.of(left));
      assertThat(one.unseal(List.of("anna", "bert"), label, sealed)).isNull();
    }
  }

  @Test
  void aNewKeyDoesNotReadWhatTheDestroyedOneSealed() {
    byte[] sealed = ring.seal(List.of("anna"), label, WORDS);
    KeyRing later = new KeyRing(HILL, List.of(vault.newKey(HILL, "anna")));
    assertThat(later.unseal(List.of("anna"), label, sealed)).isNull();
  }

  @Test
  void aKeyIsUnwrappedForItsOwnerInItsCellByItsVaultOnly() {
    assertThat(
            vault
                .unwrap(HILL, "anna", anna.wrapped())
                .unseal(ring.seal(List.of("anna"), label, WORDS), labelBytes()))
        .isEqualTo(WORDS);
    assertThatThrownBy(() -> vault.unwrap(HILL, "bert", anna.wrapped()))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> vault.unwrap(DALE, "anna", anna.wrapped()))
        .isInstanceOf(IllegalStateException.class);
    Vault other = Vault.of(Vault.newKeyset());
    assertThatThrownBy(() -> other.unwrap(HILL, "anna", anna.wrapped()))
        .isInstanceOf(IllegalStateException.class);
  }

  private static byte[] labelBytes() {
    return "hill\0PERSON\0anna\0d".getBytes(UTF_8);
  }

  @Test
  void anIdIsTheSameAfterARestartAndDiffersByCellAndVault() {
    String keyset = Vault.newKeyset();
    PersonId id = Vault.of(keyset).idOf(HILL, NUMBER);
    assertThat(Vault.of(keyset).idOf(HILL, NUMBER)).isEqualTo(id);
    assertThat(Vault.of(keyset).idOf(DALE, NUMBER)).isNotEqualTo(id);
    assertThat(vault.idOf(HILL, NUMBER)).isNotEqualTo(id);
    assertThat(id.value()).hasSize(32).matches("[0-9a-f]+");
  }

  @Test
  void whatIsNotAKeysetIsRefusedWithoutRepeatingIt() {
    for (String wrong :
        List.of("", "x", "hunter2.hunter2", Vault.newKeyset() + ".x", "e30=.e30=")) {
      assertThatThrownBy(() -> Vault.of(wrong))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("not a keyset of Doorstep")
          .hasNoCause();
    }
  }

  @Test
  void aTrailingNewlineOfAFileDoesNoHarm() {
    String keyset = Vault.newKeyset();
    assertThat(Vault.of(keyset + "\n").idOf(HILL, NUMBER))
        .isEqualTo(Vault.of(keyset).idOf(HILL, NUMBER));
  }

  @Test
  void nothingSecretPrintsItself() {
    assertThat(vault.toString() + anna + ring).doesNotContain("[B").contains("redacted");
  }
}
