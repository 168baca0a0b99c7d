package org.doorstep.redis;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/** Asks a server whether it has loaded its data and takes our password. */
final class Handshake {

  private static final int TIMEOUT_MILLIS = 1000;

  private Handshake() {}

  static boolean answers(int port, String password) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT_MILLIS);
      socket.setSoTimeout(TIMEOUT_MILLIS);
      socket.getOutputStream().write(("AUTH " + password + "\r\nPING\r\n").getBytes(US_ASCII));
      BufferedReader in =
          new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));
      return "+OK".equals(in.readLine()) && "+PONG".equals(in.readLine());
    } catch (IOException e) {
      return false;
    }
  }
}
