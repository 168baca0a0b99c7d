package org.doorstep.desk;

import java.util.List;
import org.doorstep.help.Delivered;
import org.doorstep.help.HelpRequest;
import org.doorstep.help.InTriage;
import org.doorstep.help.Kept;
import org.doorstep.help.WithOfficer;

/**
 * How it stands with a group's jobs that are not over.
 *
 * @param open somebody is looked for
 * @param filled somebody has it, or has done it
 * @param waiting it waits for somebody's decision, or is with an officer
 */
record GroupMood(int open, int filled, int waiting) {

  static GroupMood of(List<HelpRequest> jobs, String group) {
    int[] count = new int[3];
    for (HelpRequest job : jobs) {
      if (!job.particulars().group().equals(group)) continue;
      switch (job) {
        case HelpRequest.Seeking s -> count[s.search().handedOver() ? 2 : 0]++;
        case Kept k -> count[0]++;
        case HelpRequest.Claimed c -> count[1]++;
        case Delivered d -> count[1]++;
        case InTriage t -> count[2]++;
        case WithOfficer w -> count[2]++;
        case HelpRequest.Closed c -> {}
      }
    }
    return new GroupMood(count[0], count[1], count[2]);
  }
}
