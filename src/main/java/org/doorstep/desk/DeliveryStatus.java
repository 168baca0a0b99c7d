package org.doorstep.desk;

/** How far a message got, as the provider reports it; ordered, since reports come in any order. */
public enum DeliveryStatus {
  QUEUED,
  SENT,
  FAILED,
  DELIVERED,
  READ
}
