// operate
