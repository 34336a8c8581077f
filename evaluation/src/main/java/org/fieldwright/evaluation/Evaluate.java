package org.fieldwright.evaluation;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command that measures. Exit code 0 when it ran, 2 when the input is off, 1 when it broke. */
@Command(
        name = "evaluate",
        description =
                "Measures Fieldwright on real data. One JSON object a line on standard output, a table on standard error.",
        mixinStandardHelpOptions = true,
        subcommands = {
            ManualsCommand.class,
            AnswersCommand.class,
            RetrievalCommand.class,
            WeightsCommand.class,
            JobsCommand.class
        })
public class Evaluate implements Runnable {
    private static final int OFF = 2;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "Say what to measure: manuals, answers, retrieval, weights or jobs.");
    }

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Evaluate())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler((off, arguments) -> {
                    CommandLine command = off.getCommandLine();
                    command.getErr().println(off.getMessage());
                    return OFF;
                })
                .setExecutionExceptionHandler((failure, command, result) -> {
                    if (failure instanceof InputException off) {
                        command.getErr().println(off.getMessage());
                        return OFF;
                    }
                    throw failure;
                });
    }
}
