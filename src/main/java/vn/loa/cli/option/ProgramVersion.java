package vn.loa.cli.option;

import picocli.CommandLine.IVersionProvider;
import vn.loa.app.BuildInfo;

/** Tells the version of this program. */
public final class ProgramVersion implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {"loa " + BuildInfo.version()};
    }
}
