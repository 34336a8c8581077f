/**
 * Manuals in: files are read page by page in a child process and cut into passages. Implements {@code ManualReader} and
 * {@code PassageCutter} of the domain. Tika tells what a file is and reads DOCX, HTML and text; PDFBox reads PDF with the
 * place of every word; Tesseract reads pictures when it is installed. Stores nothing.
 */
package org.fieldwright.rag.ingest;
