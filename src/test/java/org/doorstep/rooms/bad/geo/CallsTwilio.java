package org.doorstep.rooms.bad.geo;

import com.twilio.rest.api.v2010.account.Message;

/** Uses another room's SDK. */
record CallsTwilio(Message message) {}
