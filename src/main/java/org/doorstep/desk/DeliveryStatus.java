package org.doorstep.desk;

/** How far a message got, as the provider reports it; ordered, since reports come in any order. */
public enum DeliveryStatus {
  /** Kept until the person writes: WhatsApp's window is closed. */
  HELD,
  QUEUED,
  SENT,
  FAILED,
  DELIVERED,
  READ
}
