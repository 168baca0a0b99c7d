package org.doorstep.app;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;

/** Lines and letters of one picture, in one hand. */
final class Ink {

  static final Color TEXT = new Color(0x222222);
  static final Color FAINT = new Color(0xDDDDDD);

  private static final Font PLAIN = new Font(Font.SANS_SERIF, Font.PLAIN, 15);
  private static final Font BOLD = new Font(Font.SANS_SERIF, Font.BOLD, 16);
  private static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 21);

  private final Graphics2D pen;

  Ink(Graphics2D pen) {
    this.pen = pen;
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
  }

  void ground(int width, int height) {
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, width, height);
  }

  void title(String words, int x, int y) {
    write(words, TITLE, TEXT, x, y);
  }

  /** As large as there is room for. */
  void large(String words, int x, int y, int width) {
    Font font = TITLE.deriveFont(26f);
    while (pen.getFontMetrics(font).stringWidth(words) > width && font.getSize() > 12) {
      font = font.deriveFont(font.getSize2D() - 1);
    }
    write(words, font, TEXT, x, y);
  }

  void heading(String words, int x, int y) {
    write(words, BOLD, TEXT, x, y);
  }

  void text(String words, int x, int y) {
    write(words, PLAIN, TEXT, x, y);
  }

  void name(String words, Color colour, int x, int y) {
    write(words, BOLD, colour, x, y);
  }

  void endingAt(String words, int x, int y) {
    text(words, x - pen.getFontMetrics(PLAIN).stringWidth(words), y);
  }

  void around(String words, int x, int y) {
    text(words, x - pen.getFontMetrics(PLAIN).stringWidth(words) / 2, y);
  }

  void line(Color colour, int fromX, int fromY, int toX, int toY) {
    pen.setColor(colour);
    pen.setStroke(new BasicStroke(1));
    pen.drawLine(fromX, fromY, toX, toY);
  }

  void curve(Color colour, Path2D path) {
    pen.setColor(colour);
    pen.setStroke(new BasicStroke(3, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    pen.draw(path);
  }

  void bar(Color colour, int x, int y, int width, int height) {
    pen.setColor(colour);
    pen.fillRect(x, y, width, height);
  }

  private void write(String words, Font font, Color colour, int x, int y) {
    pen.setFont(font);
    pen.setColor(colour);
    pen.drawString(words, x, y);
  }
}
