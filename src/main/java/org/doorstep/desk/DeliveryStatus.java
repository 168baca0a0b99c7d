package org.doorstep.desk;

/** How far a message got, as the provider reports it; ordered, since reports come in any order. */
public enum DeliveryStatus {
  QUEUED,
  SENT,
  FAILED,
  DELIVERED,
  READ,
  /**
   * Kept until the person writes: WhatsApp's window is closed. Last, since other reports of it are
   * about the text that went out in its place.
   */
  HELD
}
