package org.doorstep.understand;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What can be said of a message in short: its words, their beginnings and neighbours, its topics,
 * and what the rules found. Each is a number made of what it consists of, with the word at which it
 * stands.
 */
final class Features {

  static int P(String n, int d) { return Integer.getInteger(n, d); }
  static final int STEM = P("stem", 5), STEM2 = P("stem2", 0), SUF = P("suf", 0), SKIP = P("skip", 1), TRI = P("tri", 0), MARKS = P("marks", 1), SENT = P("sent", 0), TB = P("tb", 0), TP=P("tp",0), TW=P("tw",0), LEN=P("len",0), ENDS=P("ends",0), ASK=P("ask",0), PAIRS=P("pairs",0), STEMBI=P("stembi",0), RULE=P("rule",1), INT=P("int",1);

  private final Topics topics;

  Features(Topics topics) {
    this.topics = topics;
  }

  static final class Row {
    long[] traits = new long[256];
    int[] at = new int[256];
    int size;

    void add(long trait, int word) {
      if (size == traits.length) {
        traits = Arrays.copyOf(traits, size * 2);
        at = Arrays.copyOf(at, size * 2);
      }
      traits[size] = trait;
      at[size++] = word;
    }
  }

  static long hash(String s, int from, int to) {
    long h = 1125899906842597L;
    for (int i = from; i < to; i++) h = 31 * h + s.charAt(i);
    return h;
  }

  static long mix(long kind, long one, long two) {
    long hash = kind * 0x9E3779B97F4A7C15L + one;
    hash = (hash ^ (hash >>> 32)) * 0xD6E8FEB86659FD93L + two;
    hash = (hash ^ (hash >>> 29)) * 0xD6E8FEB86659FD93L;
    hash ^= hash >>> 32;
    return hash == 0 ? 1 : hash;
  }

  static long hash(String s) { return hash(s, 0, s.length()); }

  Row of(Words message, List<NeedReader.Named> needs, List<Hit> intents) {
    Row row = new Row();
    int n = message.size();
    long[] w = new long[n];
    boolean[] asked = new boolean[n];
    if (ASK > 0) for (Hit h : intents) if (h.key().equals("request") ) { int a = message.sentenceStart(h.start()), b = message.sentenceEnd(Math.max(h.start(), h.end()-1)); for (int i=a;i<b;i++) asked[i]=true; }
    for (int i = 0; i < n; i++) {
      Word word = message.get(i);
      String text = word.number() ? "#" : word.mended() != null ? word.mended() : word.text();
      int len = text.length();
      w[i] = hash(text);
      row.add(mix(1, w[i], 0), i);
      if (len > STEM) row.add(mix(2, hash(text, 0, STEM), 0), i);
      if (STEM2 > 0 && len > STEM2) row.add(mix(20, hash(text, 0, STEM2), 0), i);
      if (SUF > 0 && len > SUF + 1) row.add(mix(21, hash(text, len - SUF, len), 0), i);
      long before = i == 0 || word.gap() == Word.STOP ? 77 : w[i - 1];
      row.add(mix(3, before, w[i]), i);
      if (SKIP > 0 && i > 1) row.add(mix(4, w[i - 2], w[i]), i);
      if (SKIP > 1 && i > 2) row.add(mix(5, w[i - 3], w[i]), i);
      if (TRI > 0 && i > 1 && word.gap() != Word.STOP) row.add(mix(6, mix(6, w[i - 2], w[i - 1]), w[i]), i);
      if (ASK > 0 && asked[i]) row.add(mix(7, w[i], 0), i);
      if (STEMBI > 0 && i > 0 && word.gap() != Word.STOP) { String b = message.get(i-1).text(); row.add(mix(8, hash(b,0,Math.min(4,b.length())), hash(text,0,Math.min(4,len))), i); }
    }
    if (ENDS > 0 && n > 0) { row.add(mix(9, w[0], 1), 0); row.add(mix(9, w[n-1], 2), n-1); }
    if (MARKS > 0) { String t = message.plain().text(); if (t.indexOf('?') >= 0) row.add(mix(10, 1, 1), 0); if (t.indexOf('!') >= 0) row.add(mix(10, 2, 1), 0); if (t.trim().endsWith("?")) row.add(mix(10,3,1),0); }
    if (LEN > 0) row.add(mix(11, n < 4 ? 0 : n < 8 ? 1 : n < 14 ? 2 : n < 22 ? 3 : n < 35 ? 4 : 5, 1), 0);
    List<Topics.Named> found = topics.in(message);
    Map<String, Integer> times = new HashMap<>();
    for (Topics.Named one : found) {
      long t = hash(one.topic());
      int count = times.merge(one.topic(), 1, Integer::sum);
      if (count == 1) row.add(mix(12, t, 1), one.at());
      if (count == 2) row.add(mix(12, t, 2), one.at());
      if (count == 4) row.add(mix(12, t, 4), one.at());
      if (ASK > 0 && asked[one.at()]) row.add(mix(13, t, 0), one.at());
      if (TB > 0) { int p = one.at(); for (int d = 1; d <= TB && p - d >= 0; d++) row.add(mix(14, w[p - d], t), p); }
      if (TB > 1) { int p = one.at(); for (int d = 1; d <= TB && p + d < n; d++) row.add(mix(15, w[p + d], t), p); }
      if (TP > 0) for (Topics.Named two : found) if (two.at() > one.at() && two.at() - one.at() <= TP) row.add(mix(16, t, hash(two.topic())), one.at());
    }
    if (RULE>0) for (NeedReader.Named need : needs)
      row.add(mix(17, hash(need.need().key()), (need.weak() ? 1 : 0) + (need.negated() ? 2 : 0)), need.hit().start());
    times.clear();
    if (INT>0) for (Hit hit : intents) {
      String name = hit.key() + ' ' + hit.list();
      int c = times.merge(name, 1, Integer::sum);
      if (c <= 2) row.add(mix(18, hash(name), c), hit.start());
    }
    return row;
  }
}
