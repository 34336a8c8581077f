/**
 * Pages as pictures: implements {@code PageImages} of the domain. Pages of PDF files are drawn by PDFBox in a warm child
 * process under limits of time, memory and pixels, and kept on disk by the content of their original. Whatever lies
 * there can be thrown away at any time.
 */
package org.fieldwright.rag.page;
