// SPDX-License-Identifier: Apache-2.0
package org.sparksmote.examples.csv;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;

/**
 * Decodes bytes and fails where they are none of the encoding, after all characters before that
 * place: an InputStreamReader fails some thousand characters early. A byte order mark is left out.
 */
final class StrictReader extends Reader {

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final InputStream in;
  private final CharsetDecoder decoder;
  private final ByteBuffer bytes = ByteBuffer.allocate(1 << 16).flip();
  private CoderResult last = CoderResult.UNDERFLOW;
  private boolean ended;
  private boolean started;
  private long newLines;
  private long returns;

  StrictReader(InputStream in, Charset charset) {
    this.in = in;
    this.decoder = decoder(charset);
  }

  private static CharsetDecoder decoder(Charset charset) {
    return charset
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  /** All bytes as text, which must be one of the encoding. */
  static String decode(byte[] bytes, int length, Charset charset) throws CharacterCodingException {
    String text = new String(bytes, 0, length, charset);
    // Java puts this character for what it cannot decode; only then a slower look is needed.
    return text.indexOf('\uFFFD') < 0
        ? text
        : decoder(charset).decode(ByteBuffer.wrap(bytes, 0, length)).toString();
  }

  @Override
  public int read(char[] into, int offset, int length) throws IOException {
    CharBuffer chars = CharBuffer.wrap(into, offset, length).slice();
    while (chars.position() == 0) {
      if (last.isError()) {
        last.throwException();
      }

      if (last.isUnderflow() && ended && !bytes.hasRemaining()) {
        return -1;
      }

      if (last.isUnderflow() && !ended) {
        fill();
      }

      last = decoder.decode(bytes, chars, ended);
    }

    for (int i = offset; i < offset + chars.position(); i++) {
      newLines += into[i] == '\n' ? 1 : 0;
      returns += into[i] == '\r' ? 1 : 0;
    }

    return withoutMark(into, offset, chars.position());
  }

  /** The line that holds the bytes at which it failed, or 0 if it did not. */
  long failedLine() {
    return last.isError() ? 1 + (newLines > 0 ? newLines : returns) : 0;
  }

  private void fill() throws IOException {
    bytes.compact();
    int got = in.read(bytes.array(), bytes.position(), bytes.remaining());
    ended = got < 0;
    bytes.position(bytes.position() + Math.max(got, 0)).flip();
  }

  private int withoutMark(char[] into, int offset, int length) throws IOException {
    boolean marked = !started && into[offset] == BYTE_ORDER_MARK;
    started = true;
    if (!marked) {
      return length;
    }

    System.arraycopy(into, offset + 1, into, offset, length - 1);
    return length == 1 ? read(into, offset, 1) : length - 1;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
