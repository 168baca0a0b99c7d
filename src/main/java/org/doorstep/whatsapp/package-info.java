/** WhatsApp and SMS through Twilio: the signed doors, the reader of payloads, the messenger. */
@NullMarked
package org.doorstep.whatsapp;

import org.jspecify.annotations.NullMarked;
