package org.doorstep.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** What somebody sent, on its way to a thread: the picture, and nothing of where it was taken. */
class AttachedFileTest {

  private static final byte[] WHERE =
      "Exif GPS 53.8226,-1.5741".getBytes(StandardCharsets.US_ASCII);

  private static byte[] picture(String format) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), format, out);
    return out.toByteArray();
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) out.writeBytes(part);
    return out.toByteArray();
  }

  /** One more part, before all others. */
  private static byte[] located(byte[] jpeg, int marker) {
    byte[] head = {(byte) 0xFF, (byte) marker, 0, (byte) (WHERE.length + 2)};
    return joined(Arrays.copyOf(jpeg, 2), head, WHERE, Arrays.copyOfRange(jpeg, 2, jpeg.length));
  }

  @Test
  void aPhotosPlaceStaysBehindAndThePictureIsWhole() throws IOException {
    for (int marker : new int[] {0xE1, 0xED, 0xFE}) {
      AttachedFile file = AttachedFile.of(located(picture("jpg"), marker)).orElseThrow();
      assertThat(file.extension()).isEqualTo("jpg");
      assertThat(new String(file.bytes(), StandardCharsets.ISO_8859_1)).doesNotContain("GPS");
      assertThat(ImageIO.read(new ByteArrayInputStream(file.bytes())).getWidth()).isEqualTo(8);
    }
  }

  @Test
  void soItDoesInAPng() throws IOException {
    byte[] png = picture("png");
    byte[] chunk =
        joined(
            new byte[] {0, 0, 0, (byte) WHERE.length},
            "eXIf".getBytes(StandardCharsets.US_ASCII),
            WHERE,
            new byte[4]);
    // after the signature and the header
    byte[] located = joined(Arrays.copyOf(png, 33), chunk, Arrays.copyOfRange(png, 33, png.length));
    AttachedFile file = AttachedFile.of(joined(located, WHERE)).orElseThrow();
    assertThat(file.bytes()).isEqualTo(png);
  }

  @Test
  void whatItIsItsFirstBytesTell() {
    assertThat(AttachedFile.of("%PDF-1.7 x".getBytes(StandardCharsets.US_ASCII)))
        .get()
        .extracting(AttachedFile::extension)
        .isEqualTo("pdf");
    for (String other : new String[] {"", "<svg/>", "<html>", "MZ", "PK", "OggS", "RIFF"}) {
      assertThat(AttachedFile.of(other.getBytes(StandardCharsets.US_ASCII))).as(other).isEmpty();
    }
  }

  @Test
  void whatIsBrokenIsNoFileAndNothingIsThrown() throws IOException {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(20261123);
    for (byte[] whole : new byte[][] {picture("jpg"), picture("png")}) {
      for (int i = 0; i < 2_000; i++) {
        byte[] broken = Arrays.copyOf(whole, random.nextInt(whole.length));
        if (broken.length > 3) broken[3 + random.nextInt(broken.length - 3)] ^= (byte) 0x5A;
        AttachedFile.of(broken).ifPresent(f -> assertThat(f.bytes().length).isPositive());
      }
    }
    assertThat(AttachedFile.of(Arrays.copyOf(picture("jpg"), 12))).isEmpty();
  }
}
